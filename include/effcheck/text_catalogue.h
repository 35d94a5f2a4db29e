/*
 * text_catalogue.h - every word the reports say, included with TEXT(id, Indonesian, English) defined; see text.h.
 *
 * Words of the law (kinds of spending, percentages, articles) are not here: they come from the rule pack.
 */
#include "effcheck/reason_catalogue.h" /* the sentences of the checks; included here and nowhere else */
#include "effcheck/inspect_catalogue.h" /* the words of inspect; likewise */
#include "effcheck/rules_catalogue.h"  /* explain and the rules commands; the same */
#include "effcheck/follow_catalogue.h" /* exceptions, follow-up, history; the same */
#include "effcheck/report_catalogue.h" /* page one and the newer sheets; the same */

/* ---- verdicts and their weight ---- */
TEXT(VERDICT_COMPLIANT, "Patuh", "Compliant")
TEXT(VERDICT_VIOLATED, "Tidak patuh", "Not compliant")
TEXT(VERDICT_CONSIDER, "Perlu pertimbangan", "To be considered")
TEXT(VERDICT_UNTESTABLE, "Tidak dapat diuji", "Cannot be tested")
TEXT(VERDICT_NOT_APPLICABLE, "Tidak berlaku", "Not applicable")
TEXT(SEVERITY_INFO, "Info", "Info")
TEXT(SEVERITY_LOW, "Rendah", "Low")
TEXT(SEVERITY_MEDIUM, "Sedang", "Medium")
TEXT(SEVERITY_HIGH, "Tinggi", "High")
TEXT(NATURE_LAW, "Hukum", "Law")
TEXT(NATURE_POLICY, "Kebijakan", "Policy")
TEXT(NATURE_INDICATION, "Indikasi", "Indication")
TEXT(NATURE_DATA, "Data", "Data")

/* ---- measures ---- */
TEXT(MURNI, "Pagu Murni", "Original Budget")
TEXT(KINI, "Pagu Kini", "Present Budget")
TEXT(REALISASI, "Realisasi", "Realised")

/* ---- on the terminal while files are read ---- */
TEXT(PROGRESS, "{0}/{1} berkas · {2} rincian · {3}/detik · sisa {4} detik · {5}", "{0}/{1} files · {2} lines · {3}/s · {4} s left · {5}")

/* ---- frame of every sheet ---- */
TEXT(SUBTITLE, "{0} · Tahun Anggaran {1} · {2}", "{0} · fiscal year {1} · {2}")
TEXT(SUBTITLE_PERIOD, "{0} · posisi {1}", "{0} · as of {1}")
TEXT(SIMULATION, "SIMULASI", "SIMULATION")
TEXT(SIMULATION_TITLE, "SIMULASI · {0}", "SIMULATION · {0}")
TEXT(PAGE_HEADER, "{0} · TA {1}", "{0} · FY {1}")
TEXT(PAGE_OF, "Halaman &P dari &N", "Page &P of &N")
TEXT(CUT_MARK, "… [terpotong]", "… [cut off]")
TEXT(EXACT_NOTE, "Nilai tepat untuk sel yang melebihi 15 angka (batas ketelitian lembar kerja):",
     "Exact amounts of cells beyond 15 digits (the precision of a spreadsheet):")
TEXT(WHOLE_REGION, "Seluruh daerah", "Whole region")
TEXT(REGION_UNKNOWN, "Pemerintah daerah (nama belum dinyatakan)", "Regional government (name not stated)")
TEXT(YES, "Ya", "Yes")
TEXT(NO, "Tidak", "No")
TEXT(SUM, "Jumlah", "Total")
TEXT(TOO_MANY, "{0} baris berikutnya tidak dimuat karena batas baris lembar kerja.",
     "{0} further rows are left out because the sheet is full.")

/* ---- names of the sheets ---- */
TEXT(SHEET_SUMMARY, "Ringkasan", "Summary")
TEXT(SHEET_UNITS, "Kepatuhan per OPD", "Compliance by Unit")
TEXT(SHEET_CLASSES, "Belanja per Kelas", "Spending by Class")
TEXT(SHEET_MATRIX, "OPD menurut Kelas", "Units by Class")
TEXT(SHEET_FINDINGS, "Temuan", "Findings")
TEXT(SHEET_DETAILS, "Rincian Temuan", "Finding Details")
TEXT(SHEET_QUALITY, "Kualitas Data", "Data Quality")
TEXT(SHEET_SUMS, "Rekonsiliasi", "Reconciliation")
TEXT(SHEET_WARNINGS, "Peringatan Data", "Data Warnings")
TEXT(SHEET_REJECTS, "Baris Ditolak", "Rejected Rows")
TEXT(SHEET_FIXES, "Perbaikan per OPD", "Corrections by Unit")
TEXT(SHEET_REVIEW, "Perlu Telaah", "To Be Reviewed")
TEXT(SHEET_SCOPE, "Cakupan", "Scope")
TEXT(SHEET_VERDICTS, "Putusan", "Verdicts")
TEXT(SHEET_PAPER, "Kertas Kerja", "Work Paper")
TEXT(SHEET_BASIS, "Parameter dan Dasar Hukum", "Parameters and Legal Basis")

/* ---- heads of columns that several sheets have ---- */
TEXT(NUMBER, "No", "No")
TEXT(UNIT_CODE, "Kode OPD", "Unit Code")
TEXT(UNIT, "OPD", "Unit")
TEXT(CEILING, "Batas", "Limit")
TEXT(VERDICT, "Putusan", "Verdict")
TEXT(CLASS, "Kelas Belanja", "Class of Spending")
TEXT(CHECK, "Cek", "Check")
TEXT(DESCRIPTION, "Uraian", "Description")
TEXT(NATURE, "Sifat", "Nature")
TEXT(SEVERITY, "Tingkat", "Severity")
TEXT(BASIS, "Dasar", "Basis")
TEXT(FILE, "Berkas", "File")
TEXT(LINE, "Baris", "Line")
TEXT(COLUMN, "Kolom", "Column")
TEXT(SOURCE, "Sumber (berkas:baris)", "Source (file:line)")
TEXT(ACTIVITY, "Sub Kegiatan", "Sub Activity")
TEXT(ACCOUNT, "Rekening", "Account")
TEXT(AMOUNT, "Nilai (Rp)", "Amount (Rp)")
TEXT(RULE, "Aturan", "Rule")
TEXT(LIMITED, "Dibatasi", "Limited")
TEXT(FINDINGS_COUNT, "Temuan", "Findings")
TEXT(ID, "Id", "Id")

/* ---- first page ---- */
TEXT(TITLE_SUMMARY, "Hasil Pengujian Efisiensi Belanja Daerah", "Regional Spending Efficiency: Results")
TEXT(LEGAL_BASIS, "Dasar hukum", "Legal basis")
TEXT(PACK, "Paket aturan", "Rule pack")
TEXT(SCOPE, "Cakupan data", "Data covered")
TEXT(SCOPE_WORDS, "{0} berkas · {1} OPD · {2} baris rincian belanja", "{0} files · {1} units · {2} spending lines")
TEXT(REPORT_DATE, "Tanggal laporan", "Date of report")
TEXT(OF_UNITS, "pada {0} dari {1} OPD", "in {0} of {1} units")
TEXT(OF_MURNI, "{0} dari pagu murni", "{0} of the original budget")
TEXT(CUT_SO_FAR, "terpotong {0} dari pagu murni", "cut by {0} of the original budget")
TEXT(RISEN_SO_FAR, "naik {0} dari pagu murni", "raised by {0} of the original budget")
TEXT(STILL_TO_CUT, "Masih Harus Dipotong", "Still to Be Cut")
TEXT(ABOVE_LIMIT, "pagu kini di atas batas", "present budget above the limit")
TEXT(ROOM_LEFT, "{0} di bawah batas", "{0} below the limit")
TEXT(NOT_KNOWN, "tidak diketahui", "not known")
TEXT(REGION_VERDICT, "Daerah: {0}", "Region: {0}")
TEXT(OTHER_LIMITS, "Batas lain", "Other limits")
TEXT(LIMIT, "Batas", "Limit")
TEXT(CHART_TITLE, "{0} OPD dengan selisih terbesar terhadap batas ({1})", "{0} units furthest above the limit ({1})")
TEXT(MILLIARD_RUPIAH, "miliar rupiah", "billion rupiah")
TEXT(MILLION_RUPIAH, "juta rupiah", "million rupiah")
TEXT(NOT_MET, "Belum memenuhi batas: {0} OPD", "Limit not met: {0} units")
TEXT(MET, "Memenuhi batas: {0} OPD", "Limit met: {0} units")
TEXT(CUT_SHORT, "Dipotong", "Cut by")
TEXT(UNITS_UNTESTED, "Tidak dapat diuji: {0} OPD", "Cannot be tested: {0} units")
TEXT(CONSIDER_SHORT, "Perlu pertim-bangan", "To be con-sidered")
TEXT(UNTESTABLE_SHORT, "Tidak dapat diuji", "Cannot be tested")
TEXT(REGION_WORD, "Daerah", "Region")
TEXT(UNTESTED, "Yang tidak dapat diuji dan sebabnya", "What could not be tested, and why")
TEXT(AND_OTHERS, "{0}; dan {1} OPD lain", "{0}; and {1} other units")
TEXT(DATA_WARNINGS, "Mutu data perlu perhatian: {0}.", "Data need attention: {0}.")
TEXT(DATA_CLEAN, "Mutu data: semua berkas terbaca, tidak ada baris yang ditolak, semua total yang tertulis cocok.",
     "Data: all files were read, no row was rejected, all stated totals agree.")
TEXT(WARN_NOT_OPENED, "{0} berkas tidak terbaca", "{0} files could not be read")
TEXT(WARN_REJECTED, "{0} baris ditolak", "{0} rows rejected")
TEXT(WARN_UNRECONCILED, "{0} berkas tidak cocok dengan totalnya sendiri", "{0} files do not agree with their own totals")
TEXT(WARN_YEAR, "tahun {0} berkas dianggap, tidak tertulis", "the year of {0} files is assumed, not stated")
TEXT(WARN_ERRORS, "{0} pesan kesalahan data", "{0} error messages about the data")
TEXT(CONTROL, "{0} baris dibaca = {1} dipakai + {2} dikecualikan (judul, subjumlah, jumlah, kosong, bukan belanja) + {3} ditolak.",
     "{0} rows read = {1} used + {2} excluded (titles, subtotals, totals, blank, no spending) + {3} rejected.")
TEXT(FILES_REJECTED, "Berkas dengan baris yang ditolak atau tidak terbaca: {0}.",
     "Files with rejected rows or that could not be read: {0}.")
TEXT(FILES_UNRECONCILED, "Berkas yang rinciannya tidak sama dengan totalnya: {0}.", "Files whose lines do not add up to their total: {0}.")
TEXT(REMARK,
     "Seluruh putusan dan temuan dalam laporan ini adalah indikasi dari pengujian otomatis atas data yang disampaikan. Putusan "
     "akhir ditetapkan auditor setelah meneliti dokumen pendukungnya.",
     "All verdicts and findings in this report are indications from an automatic test of the data handed in. The auditor decides "
     "after examining the documents behind them.")
TEXT(OFFICE_SECRETARY, "Sekretaris Daerah", "Regional Secretary")
TEXT(OFFICE_INSPECTOR, "Inspektur", "Inspector")
TEXT(STAFF_NUMBER, "NIP", "Staff no.")

/* ---- limits ---- */
TEXT(LIMIT_HINT, "Diurutkan dari selisih terbesar. Sel kelabu: data tidak tersedia (bukan nol). Kolom selisih dan persen berupa rumus.",
     "Largest gap first. Grey cells: no such data (not zero). Differences and shares are formulas.")
TEXT(DIFFERENCE, "Selisih (Murni − Kini)", "Difference (Original − Present)")
TEXT(CUT_SHARE, "% Pemotongan", "% Cut")
TEXT(OVER_UNDER, "Lebih/Kurang terhadap Batas", "Over/Under the Limit")
TEXT(TARGET, "Target Efisiensi (Batas)", "Target (Limit)")
TEXT(PROJECTION, "Proyeksi Setahun", "Projection of the Year")
TEXT(VERDICT_BUDGET, "Putusan Pagu", "Verdict on Budget")
TEXT(SCOPE_STRICT_ROW, "Daerah, cakupan ketat", "Region, strict scope")
TEXT(SCOPE_PRACTICE_ROW, "Daerah, cakupan praktik", "Region, practice scope")
TEXT(PROJECTION_NOTE, "Proyeksi lurus = realisasi x 12 / {0} bulan, dibulatkan ke bawah ke sen.", "Straight projection = realised x 12 / {0} months, rounded down to sen.")
TEXT(PROJECTION_NONE, "Proyeksi tidak dihitung: bulan posisi tidak dinyatakan (--period).", "No projection: the month is not stated (--period).")
TEXT(SHEET_CUTS, "Sisa Potong {0}", "To Cut {0}")
TEXT(TITLE_CUTS, "Masih harus dipotong: {0}", "Still to be cut: {0}")
TEXT(CUTS_HINT, "Sub kegiatan setiap OPD, yang belum direalisasi paling besar lebih dahulu. Usul menutup kekurangan OPD dari pagu yang belum direalisasi.",
     "Sub activities of each unit, the largest unspent budget first. Proposals cover what the unit still has to cut from unspent budget.")
TEXT(UNIT_OR_ACTIVITY, "OPD / Sub Kegiatan", "Unit / Sub Activity")
TEXT(TITLE_AND_FORMULA, "{0}. Rumus: {1}.", "{0}. Formula: {1}.")
TEXT(CHECK_AND_FORMULA, "Cek dan Rumus", "Check and Formula")
TEXT(COULD_RUN, "Dapat Dijalankan", "Could Be Run")
TEXT(COULD_NOT_RUN, "Tidak Dapat", "Could Not")
TEXT(MOST_FREQUENT, "Sebab Tersering Tidak Dapat", "Most Frequent Reason Why Not")
TEXT(NO_ACTIVITY, "(tanpa sub kegiatan)", "(no sub activity)")
TEXT(UNSPENT, "Belum Direalisasi (Kini − Realisasi)", "Unspent (Present − Realised)")
TEXT(PROPOSED, "Usul Potong", "Proposed Cut")
TEXT(PROJECTION_PROFILE, "Proyeksi menurut Profil", "Projection by Profile")
TEXT(CUTS_UNCOVERED, "{0}: kekurangan {1} tidak tertutup oleh pagu yang belum direalisasi; sisanya {2}.", "{0}: of {1} still to be cut {2} is not covered by unspent budget.")
TEXT(CUTS_NO_SPENT, "{0}: realisasi tidak ada, sehingga tidak diusulkan apa pun.", "{0}: no realisation is known, so nothing is proposed.")
TEXT(CUTS_NONE, "Tidak ada OPD yang masih harus memotong.", "No unit still has to cut.")
TEXT(CUTS_NOTE, "Usul bersifat hitungan: sub kegiatan wajib dan kontrak berjalan dipertimbangkan oleh OPD dan TAPD. Target per sub kegiatan hanya pembanding; batas berlaku untuk OPD.",
     "Proposals are arithmetic: the unit and the budget team weigh mandatory activities and running contracts. Targets by sub activity are for comparison; the limit holds for the unit.")
TEXT(ROOM, "Sisa (Batas − Realisasi)", "Left (Limit − Realised)")
TEXT(VERDICT_SPENT, "Putusan Realisasi", "Verdict on Spending")
TEXT(REGION_TEST, "Daerah sebagai keseluruhan", "Region as a whole")
TEXT(REASONS, "Keterangan putusan", "Remarks on verdicts")
TEXT(LIMIT_NOTE, "Batas = {0} dari pagu murni, dibulatkan ke bawah ke sen.", "Limit = {0} of the original budget, rounded down to sen.")
TEXT(LIMIT_BASIS, "Dasar: {0} ({1}).", "Basis: {0} ({1}).")
TEXT(LIMIT_WITHOUT, "{0} OPD tidak mempunyai belanja jenis ini dan tidak dimuat.",
     "{0} units have no spending of this kind and are not shown.")

/* ---- units by checks, classes ---- */
TEXT(UNITS_HINT, "Putusan menautkan ke temuan pertamanya, atau ke angka yang dibandingkan. Sel kelabu: cek tidak dijalankan di situ.",
     "Verdicts lead to their first finding, or to the amounts compared. Grey cells: the check was not run there.")
TEXT(TITLE_CLASSES, "Belanja per Kelas", "Spending by Class")
TEXT(CLASSES_HINT, "Porsi dihitung dari {0}. Perubahan = pagu kini − pagu murni.",
     "Shares are of: {0}. Change = present − original budget.")
TEXT(CLASSES_ONE_SIDED,
     "{0} OPD hanya mempunyai salah satu dari pagu murni dan pagu kini, sehingga kolom perubahan membandingkan OPD yang tidak sama.",
     "{0} units have only one of original and present budget, so the change compares units that are not the same.")
TEXT(LINES, "Baris", "Lines")
TEXT(CHANGE, "Perubahan", "Change")
TEXT(CHANGE_SHARE, "% Perubahan", "% Change")
TEXT(SPENT_OF_KINI, "% Realisasi", "% Realised")
TEXT(SHARE_OF_ALL, "% Porsi", "% Share")
TEXT(GROUP, "Kelompok: {0}", "Group: {0}")
TEXT(GROUP_HEAD, "Kelompok", "Group")
TEXT(TITLE_MATRIX, "OPD menurut Kelas Belanja: {0}", "Units by Class of Spending: {0}")
TEXT(MATRIX_HINT, "Ditampilkan dalam juta rupiah; nilai penuh ada di dalam sel. Sel kelabu: tidak ada belanja kelas itu.",
     "Shown in million rupiah; the cells hold the full amounts. Grey cells: no spending of that class.")

/* ---- rates ---- */
TEXT(TITLE_RATES, "{0}: Harga Satuan terhadap Tarif", "{0}: Unit Prices against the Rates")
TEXT(RATES_HINT, "Kelebihan = (harga satuan − tarif terendah yang berlaku) × volume. Yang tidak pasti tidak diputus dan dihitung tersendiri.",
     "Excess = (unit price − lowest rate in force) × volume. What is not certain is left undecided and counted by itself.")
TEXT(ROLE, "Peran dan Jenjang", "Role and Tier")
TEXT(MEASURE_UNIT, "Satuan", "Unit")
TEXT(PRICE, "Harga Satuan", "Unit Price")
TEXT(CAP, "Tarif", "Rate")
TEXT(CAP_SOURCE, "Sumber Tarif dan Kepastian", "Source and Certainty of the Rate")
TEXT(VOLUME, "Volume", "Volume")
TEXT(EXCESS, "Kelebihan (Rp)", "Excess (Rp)")
TEXT(RATES_SUM, "Di atas tarif: {0} baris, {1}. Tidak melampaui tarif: {2} baris.", "Above the rate: {0} lines, {1}. Not above it: {2} lines.")
TEXT(RATES_NO_PRICES, "{0}: berkas tidak memuat harga satuan, sehingga tarif tidak dapat diuji; tidak adanya baris di atas bukan berarti tidak ada kelebihan.",
     "{0}: the files hold no unit prices, so that rates cannot be tested; no lines above does not mean no excess.")
TEXT(RATES_OPEN, "Belum dapat diputus: {0} baris, {1}", "Undecided: {0} lines, {1}")
TEXT(RATE_REASON, "Sebab", "Reason")
TEXT(RATE_FIRST, "Baris Pertama", "First Line")
TEXT(RATES_OTHER_UNIT, "Satuan bukan satuan standar: {0} baris, {1}", "Unit is not that of the standard: {0} lines, {1}")
TEXT(RATE_OTHER_UNIT, "tidak ada tarif dalam satuan ini", "no rate in this unit")
TEXT(RATES_BY_UNIT, "{0} per OPD", "{0} by unit")
TEXT(DIRECTION, "Arah", "Direction")
TEXT(DIRECTION_DOWN, "Turun", "Down")
TEXT(DIRECTION_FLAT, "Tetap", "Unchanged")
TEXT(DIRECTION_UP, "Naik", "Up")

/* ---- findings ---- */
TEXT(TITLE_FINDINGS, "Register Temuan", "Register of Findings")
TEXT(FINDINGS_HINT, "Indikasi yang perlu dikonfirmasi auditor. Id temuan menautkan ke rinciannya; status tindak lanjut dipilih "
     "dari daftar.",
     "Indications to be confirmed by the auditor. The id leads to the details; the follow-up status is chosen from a list.")
TEXT(FINDING_ID, "Id Temuan", "Finding Id")
TEXT(CONDITION, "Kondisi", "Condition")
TEXT(CRITERIA, "Kriteria", "Criteria")
TEXT(CAUSE, "Sebab", "Cause")
TEXT(EFFECT, "Akibat", "Effect")
TEXT(RECOMMENDATION, "Rekomendasi", "Recommendation")
TEXT(FINDING_CODE, "Kode Temuan", "Finding Code")
TEXT(FOLLOW_UP, "Status Tindak Lanjut", "Follow-up Status")
TEXT(STATUS_DONE, "Sesuai", "As recommended")
TEXT(STATUS_PARTLY, "Belum Sesuai", "Not yet (in progress)")
TEXT(STATUS_OPEN, "Belum Ditindaklanjuti", "Not followed up")
TEXT(STATUS_IMPOSSIBLE, "Tidak Dapat Ditindaklanjuti", "Cannot be followed up")
TEXT(NO_FINDINGS, "Tidak ada temuan.", "No findings.")
TEXT(TITLE_DETAILS, "Rincian Temuan", "Finding Details")
TEXT(DETAILS_HINT, "Baris terbesar setiap temuan dengan tempatnya di berkas sumber; sisanya dihitung dan dijumlahkan.",
     "The largest lines of each finding with their place in the source file; the rest is counted and summed.")
TEXT(LINE_COUNT, "{0} baris", "{0} lines")
TEXT(OTHER_LINES, "{0} baris lainnya", "{0} other lines")
TEXT(OTHER_LINES_THERE, "{0} baris lainnya; setiap baris ada dalam buku kerja OPD (--per-opd), lembar Kertas Kerja",
     "{0} other lines; every line is in the workbook of the unit (--per-opd), sheet Work Paper")
TEXT(NO_RULE, "tidak ada aturan yang kena", "no rule decided")

/* ---- workbook of one unit ---- */
TEXT(TITLE_VERDICTS, "Hasil Pengujian OPD", "Results for the Unit")
TEXT(VERDICTS_HINT, "Setiap cek atas OPD ini dengan alasannya dan kedua sisi perbandingannya. Sel kelabu: data tidak tersedia (bukan nol).",
     "Every check of this unit with its reason and both sides of the comparison. Grey cells: no data (not zero).")
TEXT(REASON, "Alasan", "Reason")
TEXT(GAP, "Lebih/Kurang (Rp)", "Over/Under (Rp)")
TEXT(NO_VERDICTS, "Tidak ada cek yang menguji OPD ini sendiri.", "No check judges this unit by itself.")
TEXT(TITLE_PAPER, "Kertas Kerja: setiap baris OPD dengan kelas dan aturan yang memutusnya",
     "Work Paper: every line of the unit with its class and the rule that decided")
TEXT(PAPER_NOTE, "{0} baris dihitung, {1} baris ditolak. Jumlah di atas kepala tabel mengikuti saringan.",
     "{0} lines counted, {1} rejected. The totals above the table head follow the filter.")
TEXT(PAPER_PART, "{0} Lembar {1} dari {2}: baris ke-{3} sampai ke-{4}, karena batas baris lembar kerja.",
     "{0} Sheet {1} of {2}: lines {3} to {4}, because a sheet cannot hold more.")
TEXT(STATUS, "Status", "Status")
TEXT(LINE_REJECTED, "Ditolak", "Rejected")
TEXT(SUB_UNIT, "Sub Unit", "Sub Unit")
TEXT(FUND, "Sumber Dana", "Source of Funds")
TEXT(ACTIVITY_CODE, "Kode Sub Kegiatan", "Sub Activity Code")
TEXT(ACCOUNT_NAME, "Nama Rekening", "Account Name")
TEXT(RULE_AT, "Tempat Aturan", "Place of the Rule")
TEXT(FINDINGS_OF_LINE, "Temuan", "Findings")

/* ---- data quality ---- */
TEXT(TITLE_QUALITY, "Kualitas Data: setiap baris dipertanggungjawabkan", "Data Quality: every row accounted for")
TEXT(QUALITY_HINT, "Baris dibaca = dipakai + dikecualikan menurut jenis + ditolak; kolom selisih harus nol.",
     "Rows read = used + excluded by kind + rejected; the difference must be zero.")
TEXT(ROWS_READ, "Baris Dibaca", "Rows Read")
TEXT(ROWS_USED, "Dipakai", "Used")
TEXT(EXCLUDED_BLANK, "Kosong", "Blank")
TEXT(EXCLUDED_TITLE, "Judul, Cata-tan", "Titles, Notes")
TEXT(EXCLUDED_HEADER, "Kepala Tabel", "Header")
TEXT(EXCLUDED_SUBTOTAL, "Sub-jumlah", "Subtotal")
TEXT(EXCLUDED_TOTAL, "Jumlah", "Total")
TEXT(EXCLUDED_REVENUE, "Penda-patan", "Revenue")
TEXT(EXCLUDED_FINANCING, "Pembi-ayaan", "Financing")
TEXT(EXCLUDED_DETAIL, "Penje-lasan", "Expla-nation")
TEXT(EXCLUDED_INACTIVE, "Tidak Aktif", "Not Active")
TEXT(EXCLUDED_DUPLICATE, "Berkas Ganda", "File Twice")
TEXT(EXCLUDED_STAGE, "Tahap Lama", "Earlier Stage")
TEXT(EXCLUDED_SUMMARY, "Ring-kasan Daerah", "Region Sum-mary")
TEXT(ROWS_REJECTED, "Ditolak", "Rejected")
TEXT(ROWS_BALANCE, "Selisih", "Differ-ence")
TEXT(RECONCILED, "Cocok dengan Totalnya", "Agrees with Its Total")
TEXT(RECONCILED_YES, "Cocok", "Agrees")
TEXT(RECONCILED_NO, "Tidak cocok", "Differs")
TEXT(RECONCILED_NONE, "Tanpa total", "None stated")
TEXT(FORM, "Bentuk Berkas", "Form of the File")
TEXT(FORM_WORDS, "{0}; pemisah {1}; kepala tabel baris {2}; TA {3}", "{0}; delimiter {1}; header in row {2}; FY {3}")
TEXT(FORM_BASELINE, "{0}; sebagai pagu murni", "{0}; as original budget")
TEXT(FORM_SUMMARY, "{0}; ringkasan daerah, sebagai kontrol", "{0}; summary of the region, as control")
TEXT(FORM_TWIN, "{0}; isinya sama dengan {1}", "{0}; its content is that of {1}")
TEXT(YEAR_ASSUMED, "{0} (dianggap)", "{0} (assumed)")
TEXT(NOT_READ, "tidak terbaca", "not read")
TEXT(DIGEST, "SHA-256", "SHA-256")
TEXT(UNCLASSIFIED_LINE, "Belum terklasifikasi: {0} baris, {1} dari {2}.", "Not classified: {0} lines, {1} of: {2}.")
TEXT(TITLE_SUMS, "Rekonsiliasi: jumlah rincian dan total yang tertulis di berkas",
     "Reconciliation: sums of lines and totals stated in the files")
TEXT(SUMS_HINT, "Jumlah rincian setiap berkas sebagaimana adanya, dibandingkan dengan total yang dinyatakan berkas itu sendiri.",
     "Sums of the lines of each file as it stands, held against the total that the file states itself.")
TEXT(MEASURE, "Ukuran", "Measure")
TEXT(SOURCE_COLUMN, "Kolom Sumber", "Source Column")
TEXT(NUMBER_FORMAT, "Format Angka", "Number Format")
TEXT(SUM_OF_LINES, "Jumlah Rincian (Rp)", "Sum of Lines (Rp)")
TEXT(STATED_TOTAL, "Total Tertulis (Rp)", "Stated Total (Rp)")
TEXT(DIFFERENCE_PLAIN, "Selisih (Rp)", "Difference (Rp)")
TEXT(RESULT, "Hasil", "Result")
TEXT(TITLE_WARNINGS, "Peringatan Data", "Data Warnings")
TEXT(WARNINGS_HINT, "Semua pesan tentang berkas masukan, dengan tempatnya.", "All messages about the input files, with their places.")
TEXT(LEVEL, "Tingkat", "Level")
TEXT(LEVEL_INFO, "Info", "Info")
TEXT(LEVEL_WARNING, "Peringatan", "Warning")
TEXT(LEVEL_ERROR, "Kesalahan", "Error")
TEXT(MESSAGE, "Keterangan", "Message")
TEXT(MESSAGE_CODE, "Kode Masalah", "Problem Code")
TEXT(NO_WARNINGS, "Tidak ada peringatan.", "No warnings.")
TEXT(TITLE_REJECTS, "Baris Ditolak", "Rejected Rows")
TEXT(REJECTS_HINT, "Baris yang tidak dapat dihitung, apa adanya; dikembalikan kepada OPD untuk diperbaiki. Tidak satu pun dianggap nol.",
     "Rows that could not be counted, verbatim, to be sent back for correction. None was taken as zero.")
TEXT(VALUE_SEEN, "Nilai Terlihat", "Value Seen")
TEXT(ACCEPTED, "Yang Diterima", "What Is Accepted")
TEXT(RAW_ROW, "Baris Apa Adanya", "Row Verbatim")
TEXT(TITLE_FIXES, "Lembar Perbaikan per OPD", "Corrections by Unit")
TEXT(FIXES_HINT, "Satu halaman untuk setiap OPD, siap dikirim kembali. Kolom perbaikan diisi OPD.",
     "One page for each unit, ready to be sent back. The unit fills in the corrections.")
TEXT(FIXES_FOR, "Kepada: {0}", "To: {0}")
TEXT(FIXES_REQUEST,
     "Mohon memperbaiki {0} isian berikut pada berkas asalnya dan menyerahkan kembali berkas itu secara utuh. Sebelum diperbaiki, "
     "baris-baris ini tidak dihitung dan belanja yang terkait tidak dapat diuji.",
     "Please correct these {0} entries in the original file and hand in the whole file again. Until then these rows are not counted "
     "and the spending concerned cannot be tested.")
TEXT(FIXES_SIGN, "Diperbaiki oleh: ______________________________      Tanggal: ____________________",
     "Corrected by: ______________________________      Date: ____________________")
TEXT(ANSWER, "Perbaikan (diisi OPD)", "Correction (by the unit)")
TEXT(UNIT_UNKNOWN, "OPD tidak diketahui", "unit not known")
TEXT(NO_REJECTS, "Tidak ada baris yang ditolak.", "No row was rejected.")

/* ---- to be reviewed ---- */
TEXT(TITLE_REVIEW, "Perlu Telaah: yang belum diputus aturan, dan rekening yang berbeda dengan katanya",
     "To Be Reviewed: what no rule decided, and accounts that differ from their words")
TEXT(REVIEW_HINT, "Pilih kelas di kolom auditor. Baris aturan siap ditempel ke rules.csv atau menjadi dasar penetapan daerah (--override); ganti tanda ? dengan kelasnya.",
     "Choose a class in the auditor's column. The rule row can be pasted into rules.csv or become an override of the region (--override); put the class where the ? is.")
TEXT(UNDECIDED, "Belum terklasifikasi: {0} baris ({1} dari seluruh baris), {2} ({3} dari {4})",
     "Not classified: {0} lines ({1} of all lines), {2} ({3} of: {4})")
TEXT(UNDECIDED_SHOWN, "{0} kelompok terbesar dari {1}.", "The {0} largest groups of {1}.")
TEXT(UNDECIDED_NONE, "Setiap baris diputus oleh suatu aturan.", "Every line was decided by a rule.")
TEXT(CONFLICTS, "Rekening dan kata berbeda: {0} baris, {1}", "Account and words differ: {0} lines, {1}")
TEXT(CONFLICTS_HINT, "Rekening dan aturan menentukan hitungannya; kata pada baris ini menunjuk jenis lain. Dapat berarti pengalihan antar mata anggaran, atau hanya kata yang serupa.",
     "Counted by account and rule; the words of the line point to another kind. It may mean spending moved to another account, or only a similar word.")
TEXT(CONFLICTS_SHOWN, "{0} baris terbesar dari {1}.", "The {0} largest lines of {1}.")
TEXT(CONFLICTS_NONE, "Tidak ada baris yang kata dan rekeningnya berbeda.", "No line whose words and account differ.")
TEXT(COUNTED_AS, "Dihitung Sebagai (Aturan)", "Counted As (Rule)")
TEXT(WORDS_SAY, "Katanya Menunjuk", "Words Point To")
TEXT(AUDITOR_CLASS, "Kelas Menurut Auditor", "Class by the Auditor")
TEXT(RULE_ROW, "Baris Aturan Siap Tempel (rules.csv)", "Rule Row to Paste (rules.csv)")
TEXT(REVIEW_ALERT, "BELUM TERKLASIFIKASI: {0} baris ({1} dari seluruh baris), {2} ({3} dari {4}). Lihat lembar Perlu Telaah.",
     "NOT CLASSIFIED: {0} lines ({1} of all lines), {2} ({3} of: {4}). See the sheet To Be Reviewed.")
TEXT(CONFLICT_ALERT, "Rekening dan kata berbeda pada {0} baris, {1}; dihitung menurut rekening. Lihat lembar Perlu Telaah.",
     "Account and words differ in {0} lines, {1}; counted by account. See the sheet To Be Reviewed.")

/* ---- scope ---- */
TEXT(TITLE_SCOPE, "Cakupan Ketat dan Praktik", "Strict and Practice Scope")
TEXT(SCOPE_HINT, "Ketat = semua sumber dana dan sub unit; praktik = tanpa yang dikecualikan kebijakan daerah. Putusan mengikuti cakupan {0}.",
     "Strict = all funds and sub units; practice = without those that the region's policy leaves out. Verdicts follow the scope: {0}.")
TEXT(SCOPE_LEFT_OUT, "Dikecualikan: {0} baris, {1}. Baris tanpa sumber dana: {2}; tetap dihitung dalam kedua cakupan.",
     "Left out: {0} lines, {1}. Lines without a fund: {2}; they count in both scopes.")
TEXT(SCOPE_STRICT, "ketat", "strict")
TEXT(SCOPE_PRACTICE, "praktik", "practice")
TEXT(STRICT_MURNI, "Murni (Ketat)", "Original (Strict)")
TEXT(STRICT_KINI, "Kini (Ketat)", "Present (Strict)")
TEXT(STRICT_GAP, "Lebih/Kurang (Ketat)", "Over/Under (Strict)")
TEXT(STRICT_RESULT, "Hasil Ketat", "Strict Result")
TEXT(PRACTICE_MURNI, "Murni (Praktik)", "Original (Practice)")
TEXT(PRACTICE_KINI, "Kini (Praktik)", "Present (Practice)")
TEXT(PRACTICE_GAP, "Lebih/Kurang (Praktik)", "Over/Under (Practice)")
TEXT(PRACTICE_RESULT, "Hasil Praktik", "Practice Result")
TEXT(WITHIN, "Terpenuhi", "Met")
TEXT(BEYOND, "Tidak terpenuhi", "Not met")
TEXT(SCOPE_ALERT, "Putusan batas mengikuti cakupan {0} menurut kebijakan daerah. Seluruh daerah, cakupan ketat: murni {1}, kini {2}, selisih terhadap batas {3}. Cakupan praktik: murni {4}, kini {5}, selisih {6}.",
     "Verdicts on limits follow the {0} scope of the region's policy. Region, strict scope: original {1}, present {2}, difference to the limit {3}. Practice scope: original {4}, present {5}, difference {6}.")
TEXT(OVERRIDE_ALERT, "Penetapan daerah ({0}) memindahkan {1} baris, {2}; rinciannya di lembar Parameter dan Dasar Hukum.",
     "Overrides of the region ({0}) moved {1} lines, {2}; details on the sheet Parameters and Legal Basis.")

/* ---- parameters ---- */
TEXT(PACK_NOTE, "Catatan paket", "Note of the pack")
TEXT(OVERRIDES, "Penetapan daerah: {0}", "Overrides of the region: {0}")
TEXT(OVERRIDES_NONE, "Tidak ada penetapan daerah (--override) yang dipakai.", "No overrides of the region (--override) were used.")
TEXT(LOOKS_FOR, "Mengenai", "Applies to")
TEXT(APPROVAL, "Alasan; penyetuju; nomor surat; berlaku sampai", "Reason; approver; letter; valid until")
TEXT(EXPIRED, "kedaluwarsa, tidak dipakai", "expired, not applied")
TEXT(UNUSED, "tidak terpakai", "not used")
TEXT(POLICY, "Kebijakan daerah: {0}", "Policy of the region: {0}")
TEXT(POLICY_NONE, "Tidak ada kebijakan daerah (--policy) yang dipakai: cakupan ketat, tanpa toleransi.", "No policy of the region (--policy) was used: strict scope, no tolerance.")
TEXT(CAPS, "Tarif standar harga satuan", "Rates of the price standard")
TEXT(CAPS_NATIONAL, "Tarif nasional paket aturan", "National rates of the rule pack")
TEXT(CAPS_NONE, "Tidak ada tabel tarif daerah (--caps) yang dipakai.", "No table of rates of the region (--caps) was used.")
TEXT(CAPS_USE, "{0}: {1} tarif, {2} dipakai, {3} di antaranya belum diverifikasi.", "{0}: {1} rates, {2} used, {3} of them not verified.")
TEXT(POLICY_KEY, "Kunci", "Key")
TEXT(POLICY_VALUE, "Nilai", "Value")
TEXT(TITLE_BASIS, "Parameter dan Dasar Hukum", "Parameters and Legal Basis")
TEXT(BASIS_HINT, "Semua yang menentukan putusan, agar hasil dapat diulang dan diuji kembali.",
     "Everything that decided the verdicts, so that the result can be repeated and disputed.")
TEXT(PARAMETERS, "Parameter", "Parameters")
TEXT(REGION, "Daerah", "Region")
TEXT(PERIOD, "Periode", "Period")
TEXT(PACK_DIGEST, "SHA-256 paket aturan", "SHA-256 of the rule pack")
TEXT(PACK_YEAR, "Tahun anggaran paket", "Fiscal year of the pack")
TEXT(YEAR_ASKED, "Tahun anggaran yang diminta", "Fiscal year asked for")
TEXT(YEAR_FROM_FILES, "menurut berkas", "as the files state")
TEXT(SIMULATION_KEY, "Simulasi", "Simulation")
TEXT(PROGRAM, "Program", "Program")
TEXT(LIMITS, "Batas", "Limits")
TEXT(CUT, "Pemotongan", "Cut")
TEXT(CHECKS, "Cek: rumus, dasar, dan untuk berapa OPD dapat dijalankan", "Checks: formula, basis, and for how many units they could be run")
TEXT(CLASSES, "Kelas belanja", "Classes of spending")

/* ---- terminal ---- */
TEXT(SUMMARY_HEAD, "{0}, tahun anggaran {1}, paket {2} versi {3}", "{0}, fiscal year {1}, pack {2} version {3}")
TEXT(SUMMARY_SIMULATION, "SIMULASI: data tahun lain diuji dengan aturan TA {0}; bukan putusan",
     "SIMULATION: data of another year tested under rules of FY {0}; no verdict")
TEXT(SUMMARY_FILES, "Dibaca {0} dari {1} berkas, {2} OPD", "Read {0} of {1} files, {2} units")
TEXT(SUMMARY_ROWS, "{0} baris = {1} dipakai + {2} dikecualikan + {3} ditolak", "{0} rows = {1} used + {2} excluded + {3} rejected")
TEXT(SUMMARY_REGION_CHECK, "  {0} {1}: {2} ({3})", "  {0} {1}: {2} ({3})")
TEXT(SUMMARY_UNIT_CHECK, "  {0} {1}: {2}", "  {0} {1}: {2}")
TEXT(SUMMARY_OTHER_CHECKS, "  cek lainnya: {0}", "  other checks: {0}")
TEXT(SUMMARY_NOT_RUN, "  tidak dijalankan, kolom atau berkasnya tidak ada: {0}", "  not run, their columns or files are missing: {0}")
TEXT(SUMMARY_WORST, "Selisih terbesar di atas batas:", "Largest amounts above the limit:")
TEXT(SUMMARY_GAP, "  {0}  {1} ({2})", "  {0}  {1} ({2})")
TEXT(SUMMARY_FINDINGS, "{0} temuan: {1}", "{0} findings: {1}")
TEXT(SUMMARY_REPORT, "Laporan: {0}", "Report: {0}")
TEXT(SUMMARY_BOOKS, "Buku kerja OPD: {0} dari {1} ditulis", "Workbooks of units: {0} of {1} written")
