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

/* ---- follow-up and history ---- */
TEXT(SHEET_TRAIL, "Jejak Temuan", "Finding Trail")
TEXT(SHEET_REPORTED, "Jejak Data", "Data Trail")
TEXT(SHEET_HISTORY, "Riwayat", "History")
TEXT(FOLLOW_STATE, "Keadaan", "State")
TEXT(AGE, "Umur (bulan)", "Age (months)")
TEXT(OLD_AMOUNT, "Nilai Lalu (Rp)", "Earlier Amount (Rp)")
TEXT(OWNER, "Penanggung Jawab", "Responsible")
TEXT(DUE, "Tenggat", "Due Date")
TEXT(DUE_RULE, "Isi tanggal, misalnya 31/12/2025.", "Enter a date, for instance 31/12/2025.")
TEXT(FIRST_SEEN, "Pertama Muncul", "First Seen")
TEXT(SEEN_SINCE, "Muncul Sejak", "Present Since")
TEXT(LAST_SEEN, "Terakhir Muncul", "Last Seen")
TEXT(DONE_IN, "Selesai Pada", "Done In")
TEXT(CHECK_MARK, "Sidik", "Check Mark")
TEXT(CONTENT_MARK, "Sidik Isi", "Content Mark")
TEXT(MONTH, "Bulan", "Month")
TEXT(OLD_LINES, "Baris Lalu", "Earlier Lines")
TEXT(OLD_MURNI, "Pagu Murni Lalu", "Earlier Original Budget")
TEXT(OLD_KINI, "Pagu Kini Lalu", "Earlier Present Budget")
TEXT(OLD_SPENT, "Realisasi Lalu", "Earlier Realised")
TEXT(PAST_REMARK, "Perubahan terhadap Laporan Lalu", "Change against the Earlier Report")
TEXT(FILES_COUNT, "Berkas", "Files")
TEXT(SHARE_UNCLASSIFIED, "% Belum Terklasifikasi", "% Not Classified")
TEXT(STATE_NEW, "Baru", "New")
TEXT(STATE_SAME, "Tetap", "Same")
TEXT(STATE_CHANGED, "Berubah", "Changed")
TEXT(STATE_BACK, "Muncul Lagi", "Back Again")
TEXT(STATE_DONE, "Selesai", "Done")
TEXT(STATE_UNTESTED, "Tidak Teruji", "Not Tested")
TEXT(STATE_UNKNOWN, "Id Tidak Dikenal", "Unknown Id")
TEXT(STATE_ACCEPTED, "Diterima", "Accepted")
TEXT(STATE_OVERDUE, "Lewat Tenggat", "Overdue")
TEXT(PAST_NEW, "baru", "new")
TEXT(PAST_AMOUNT, "{0} berubah", "{0} changed")
TEXT(PAST_FEWER, "baris hilang", "rows are gone")
TEXT(PAST_CONTENT, "jumlah sama, isi berubah", "same sum, other content")
TEXT(PAST_SILENT, "tidak melapor {0}", "does not report {0}")
TEXT(TITLE_TRAIL, "Jejak Temuan", "Finding Trail")
TEXT(TRAIL_HINT,
     "Semua temuan yang pernah ada. Tindak lanjut temuan yang masih ada diisi di lembar Temuan. Baris di sini dibaca laporan berikutnya (--previous); jangan diubah.",
     "All findings there have been. The follow-up of those that are still there is filled in on the sheet Findings. The next report reads these rows (--previous); leave them as they are.")
TEXT(TITLE_REPORTED, "Jejak Data: yang sudah dilaporkan OPD", "Data Trail: What Units Have Reported")
TEXT(REPORTED_HINT,
     "Tanpa bulan = seluruh data OPD. Realisasi per bulan hanya bila barisnya bertanggal. Dibaca laporan berikutnya (--previous); jangan diubah.",
     "Without a month = all data of the unit. Spending by month only where its rows are dated. The next report reads this (--previous); leave it as it is.")
TEXT(TITLE_HISTORY, "Riwayat Laporan", "History of Reports")
TEXT(HISTORY_HINT, "Satu baris per bulan. {0}", "One row a month. {0}")
TEXT(HISTORY_LIMIT, "Pagu, batas dan realisasi: {0}.", "Budgets, limit and spending: {0}.")
TEXT(HISTORY_FIRST, "Laporan berikutnya melanjutkan riwayat ini dengan --previous.", "The next report continues this history with --previous.")
TEXT(FOLLOW_ALERT, "Dibanding laporan lalu ({0}): {1} temuan baru, {2} berubah, {3} muncul lagi, {4} selesai, {5} tidak teruji lagi, {6} lewat tenggat.",
     "Against the earlier report ({0}): {1} findings new, {2} changed, {3} back again, {4} done, {5} no longer tested, {6} overdue.")
TEXT(FOLLOW_PAST_ALERT, "{0} angka yang sudah dilaporkan berubah, {1} OPD tidak melapor seperti sebelumnya. Lihat lembar Jejak Data.",
     "{0} figures already reported have changed, {1} units do not report as before. See the sheet Data Trail.")
TEXT(FOLLOW_PREVIOUS, "Laporan lalu", "Earlier report")
