/*
 * follow_catalogue.h - the words of exceptions, follow-up and history; part of text_catalogue.h.
 */
/* ---- exceptions ---- */
TEXT(EXCEPTIONS, "Temuan yang diterima: {0}", "Accepted findings: {0}")
TEXT(EXCEPTIONS_NONE, "Tidak ada temuan yang diterima dengan alasan (--exceptions).", "No finding was accepted with a reason (--exceptions).")
TEXT(EXCEPTION, "Pengecualian", "Exception")
TEXT(ACCEPTED_BECAUSE, "Diterima ({0}): {1}", "Accepted ({0}): {1}")
TEXT(EXCEPTION_ALERT, "{0} temuan senilai {1} diterima dengan alasan (--exceptions); tetap didaftar dan putusannya tidak berubah.",
     "{0} findings of {1} are accepted with a reason (--exceptions); they stay listed and their verdicts are unchanged.")
TEXT(NOTE, "Catatan", "Note")
TEXT(EXCEPTION_TARGET, "{0} pada {1}", "{0} in {1}")
