/*
 * diag_kinds.h - every message effcheck can give about its input. Included with DIAG(...) defined; see diag.h.
 *
 * DIAG(kind, slug, level, exit status, Indonesian, English); {value} {column} {detail} are filled in.
 */
/* command line */
DIAG(NO_MATCH, "pola-kosong", DIAG_ERROR, EXIT_USAGE, "tidak ada berkas yang cocok dengan pola \"{value}\"",
     "no file matches the pattern \"{value}\"")
DIAG(OUTPUT_IS_INPUT, "laporan-menimpa-masukan", DIAG_ERROR, EXIT_USAGE, "laporan akan menimpa berkas masukan; pilih nama lain dengan --output atau --json",
     "the report would overwrite an input file; choose another name with --output or --json")
DIAG(YEAR_MISMATCH, "tahun-lain", DIAG_ERROR, EXIT_USAGE,
     "berkas ini TA {value}, paket aturan {detail}; pilih paket tahun itu dengan --rules, atau --what-if untuk simulasi",
     "this file is fiscal year {value}, the rule pack is {detail}; choose a pack of that year with --rules, or --what-if to simulate")
DIAG(YEAR_UNKNOWN, "tahun-tak-tertulis", DIAG_WARNING, EXIT_CLEAN,
     "tahun anggaran tidak tertulis di berkas; dianggap TA {value} (pastikan dengan --year)",
     "the file states no fiscal year; taken as {value} (make sure with --year)")

/* files */
DIAG(FILE_MISSING, "berkas-tidak-ada", DIAG_ERROR, EXIT_INPUT, "berkas tidak dapat dibuka: {detail}",
     "cannot open the file: {detail}")
DIAG(FILE_IS_FOLDER, "folder", DIAG_ERROR, EXIT_INPUT, "ini folder, bukan berkas; beri pola seperti {value}/*.csv",
     "this is a folder, not a file; give a pattern such as {value}/*.csv")
DIAG(FILE_EMPTY, "berkas-kosong", DIAG_ERROR, EXIT_INPUT, "berkas kosong", "the file is empty")
DIAG(FILE_BINARY, "bukan-teks", DIAG_ERROR, EXIT_INPUT, "bukan berkas teks: {detail}", "not a text file: {detail}")
DIAG(FILE_IS_WORKBOOK, "buku-kerja-bernama-csv", DIAG_ERROR, EXIT_INPUT,
     "isi berkas ini buku kerja Excel ({detail}), bukan CSV; simpan sebagai CSV UTF-8 dari Excel",
     "this file holds an Excel workbook ({detail}), not CSV; save it as CSV UTF-8 in Excel")
DIAG(FILE_IS_HTML, "html-bernama-lain", DIAG_ERROR, EXIT_INPUT,
     "isi berkas ini tabel HTML; buka di Excel lalu simpan sebagai CSV UTF-8",
     "this file holds an HTML table; open it in Excel and save it as CSV UTF-8")
DIAG(ENCODING_BAD, "utf8-rusak", DIAG_ERROR, EXIT_INPUT,
     "byte {value} bukan UTF-8; dibaca sebagai {detail}", "byte {value} is not UTF-8; read as {detail}")
DIAG(FILE_TWICE, "berkas-ganda", DIAG_WARNING, EXIT_CLEAN, "isinya sama persis dengan {value}; dihitung sekali",
     "its content is identical with {value}; counted once")
DIAG(NOTHING_READ, "tidak-ada-yang-terbaca", DIAG_ERROR, EXIT_INPUT, "tidak satu pun berkas terbaca; laporan tidak ditulis, laporan lama tidak diubah",
     "not a single file could be read; no report was written, the old one is untouched")
DIAG(FILE_TWIN, "isi-ganda", DIAG_WARNING, EXIT_CLEAN, "isinya sama dengan {value} dalam bentuk lain; dihitung sekali",
     "its content is that of {value} in another form; counted once")
DIAG(FILE_TWIN_UNIT, "isi-ganda-opd-lain", DIAG_WARNING, EXIT_CLEAN,
     "isinya sama dengan {value} walau OPD-nya tertulis lain ({detail}); dihitung sekali",
     "its content is that of {value} although the unit is written differently ({detail}); counted once")
DIAG(FILE_COPY_DAMAGED, "salinan-rusak", DIAG_WARNING, EXIT_CLEAN,
     "salinan {value} dengan {detail} baris yang tidak terbaca di sini; yang dihitung {value}",
     "a copy of {value} with {detail} rows that cannot be read here; {value} is counted")
DIAG(FILE_DISPUTED, "berkas-bertentangan", DIAG_ERROR, EXIT_INPUT,
     "anggaran {column} ada juga di {value} dengan nilai yang berbeda ({detail} baris sama); yang dihitung hanya {value} dan OPD ini tidak dinilai",
     "the budget of {column} is also in {value} with other amounts ({detail} lines are the same); only {value} is counted and this unit is not judged")
DIAG(SPENT_IN_PARTS, "realisasi-beberapa-berkas", DIAG_WARNING, EXIT_CLEAN,
     "realisasi {column} untuk rekening yang sama ada juga di {value}; tanpa nomor dokumen keduanya dianggap bulan yang berbeda dan dijumlahkan",
     "realisation of {column} for the same accounts is also in {value}; without document numbers both are taken as different months and added")
DIAG(DOCUMENT_TWICE, "dokumen-ganda", DIAG_WARNING, EXIT_CLEAN, "{detail} baris dari dokumen yang sudah ada di {value} (misalnya {column}); dihitung sekali",
     "{detail} rows of documents that are already in {value} (for instance {column}); counted once")
DIAG(DOCUMENT_DISPUTED, "dokumen-bertentangan", DIAG_ERROR, EXIT_INPUT,
     "dokumen {column} ada juga di {value} dengan nilai yang berbeda; yang dihitung {value}",
     "document {column} is also in {value} with another amount; {value} is counted")
DIAG(REGION_SUMMARY, "ringkasan-daerah", DIAG_WARNING, EXIT_CLEAN,
     "ringkasan seluruh daerah, sedangkan berkas OPD-nya ada: tidak dijumlahkan, dipakai sebagai kontrol",
     "a summary of the whole region whose units are given themselves: not added, used as control")
DIAG(REGION_DIFFERS, "selisih-ringkasan-daerah", DIAG_WARNING, EXIT_CLEAN,
     "{column} menurut ringkasan daerah Rp {value}, jumlah berkas OPD Rp {detail}",
     "{column} by the summary of the region Rp {value}, sum of the units' files Rp {detail}")
DIAG(REGION_UNREADABLE, "ringkasan-daerah-tak-terbaca", DIAG_WARNING, EXIT_CLEAN,
     "{value} baris ringkasan daerah tidak terbaca, sehingga {column} tidak dapat dibandingkan dengan jumlah berkas OPD Rp {detail}",
     "{value} rows of the summary cannot be read, so {column} cannot be compared with the sum of the units' files Rp {detail}")

/* stages of the budget */
DIAG(STAGE_UNKNOWN, "tahap-tidak-dikenal", DIAG_WARNING, EXIT_CLEAN, "tahap anggaran \"{value}\" tidak dikenal; dianggap anggaran yang berlaku",
     "budget stage \"{value}\" is not known; taken as the budget in force")
DIAG(STAGE_SUPERSEDED, "tahap-digantikan", DIAG_INFO, EXIT_CLEAN, "tahap \"{value}\" {column} digantikan tahap \"{detail}\"; tidak dijumlahkan",
     "stage \"{value}\" of {column} is replaced by \"{detail}\"; not added")
DIAG(STAGE_DISPUTED, "tahap-bertentangan", DIAG_ERROR, EXIT_INPUT,
     "tahap anggaran {column} tidak dapat diurutkan: \"{value}\" dan \"{detail}\"; baris \"{value}\" tidak dijumlahkan dan OPD ini tidak dinilai",
     "the stages of {column} cannot be put in order: \"{value}\" and \"{detail}\"; rows of \"{value}\" are not added and this unit is not judged")
DIAG(ORIGINAL_TWICE, "pagu-murni-ganda", DIAG_INFO, EXIT_CLEAN, "pagu murni {column} sudah ada di kolom \"{value}\"; berkas ini sama jumlahnya dan tidak dijumlahkan lagi",
     "the original budget of {column} is already in column \"{value}\"; this file has the same sum and is not added again")
DIAG(ORIGINAL_DISPUTED, "pagu-murni-bertentangan", DIAG_ERROR, EXIT_INPUT,
     "pagu murni {column} di berkas ini Rp {value}, di kolom pagu murni berkas lain Rp {detail}; yang dihitung kolom itu dan OPD ini tidak dinilai",
     "the original budget of {column} is Rp {value} in this file and Rp {detail} in the column of another; that column is counted and this unit is not judged")

/* totals reported elsewhere */
DIAG(CONTROL_DIFFERS, "kontrol-tidak-cocok", DIAG_ERROR, EXIT_INPUT,
     "{column}: menurut berkas kontrol Rp {value}, menurut berkas yang diperiksa Rp {detail}",
     "{column}: Rp {value} by the control file, Rp {detail} by the files read")
DIAG(CONTROL_ABSENT, "kontrol-tanpa-data", DIAG_ERROR, EXIT_INPUT,
     "{column}: menurut berkas kontrol Rp {value}, tetapi tidak ada di berkas yang diperiksa", "{column}: Rp {value} by the control file, but not in the files read")
DIAG(CONTROL_UNKNOWN_UNIT, "opd-kontrol-tidak-ada", DIAG_WARNING, EXIT_CLEAN, "OPD \"{value}\" di berkas kontrol tidak ada di berkas yang diperiksa",
     "unit \"{value}\" of the control file is not in the files read")
DIAG(CONTROL_LACKS_UNIT, "opd-tanpa-kontrol", DIAG_WARNING, EXIT_CLEAN, "OPD \"{value}\" tidak ada di berkas kontrol",
     "unit \"{value}\" is not in the control file")
DIAG(CONTROL_BAD, "kontrol-tak-terbaca", DIAG_ERROR, EXIT_INPUT, "kolom \"{column}\": \"{value}\" tidak dapat dipakai; yang diterima: {detail}",
     "column \"{column}\": \"{value}\" cannot be used; accepted: {detail}")
DIAG(CONTROL_NO_COLUMN, "kontrol-tanpa-kolom", DIAG_ERROR, EXIT_USAGE, "berkas kontrol tidak punya kolom {value}; yang dikenal: {detail}",
     "the control file has no column {value}; known names: {detail}")

/* shape */
DIAG(HEADER_MISSING, "kepala-tabel-tidak-dikenal", DIAG_ERROR, EXIT_INPUT,
     "baris kepala tabel tidak dikenali; terlihat: {value}; diperlukan: {detail}",
     "no header row recognised; seen: {value}; needed: {detail}")
DIAG(DIALECT_AMBIGUOUS, "pemisah-rancu", DIAG_ERROR, EXIT_INPUT,
     "dua pemisah kolom sama-sama cocok: {value} dan {detail}", "two delimiters fit equally well: {value} and {detail}")
DIAG(QUOTE_UNCLOSED, "kutip-tak-tertutup", DIAG_ERROR, EXIT_INPUT,
     "tanda kutip dibuka tetapi tidak ditutup; baris ini dibaca apa adanya dan pembacaan dilanjutkan di baris berikutnya",
     "a quote is opened and never closed; this line was read literally and reading went on at the next line")
DIAG(QUOTE_STRAY, "kutip-liar", DIAG_WARNING, EXIT_CLEAN, "tanda kutip di tengah sel; dibaca apa adanya",
     "a quote inside a cell; taken literally")
DIAG(ROW_RAGGED, "jumlah-kolom-beda", DIAG_ERROR, EXIT_INPUT,
     "baris ini punya {value} kolom, kepala tabel {detail}; baris ditolak karena nilainya mungkin bergeser",
     "this row has {value} columns, the header {detail}; rejected because its amounts may have shifted")
DIAG(COLUMN_REFUSED, "kolom-ditolak", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\" tidak boleh dijumlahkan ({detail}) dan tidak ada kolom nilai lain",
     "column \"{column}\" must not be summed ({detail}) and there is no other amount column")
DIAG(COLUMN_TWICE, "kolom-ganda", DIAG_WARNING, EXIT_CLEAN,
     "kolom \"{column}\" punya arti yang sama dengan \"{value}\"; yang dipakai \"{value}\"",
     "column \"{column}\" means the same as \"{value}\"; \"{value}\" is used")

/* cells */
DIAG(AMOUNT_BAD, "angka-tak-terbaca", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" bukan angka; yang diterima: {detail}",
     "column \"{column}\": \"{value}\" is not a number; accepted: {detail}")
DIAG(AMOUNT_LOST_DIGITS, "angka-terpotong", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" kehilangan angka (notasi ilmiah dari Excel); minta angka utuh dari OPD",
     "column \"{column}\": \"{value}\" has lost digits (scientific notation by Excel); ask the unit for the full number")
DIAG(AMOUNT_OVERFLOW, "angka-terlalu-besar", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" melebihi batas Rp 92.233 triliun",
     "column \"{column}\": \"{value}\" is beyond Rp 92,233 trillion")
DIAG(AMOUNT_AMBIGUOUS, "angka-rancu", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" dapat berarti ribuan atau desimal, dan tidak ada sel lain yang memutuskan",
     "column \"{column}\": \"{value}\" can be thousands or decimals, and no other cell decides")
DIAG(AMOUNT_MIXED, "format-angka-campur", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" tidak sesuai format angka kolom ini ({detail})",
     "column \"{column}\": \"{value}\" does not fit the number format of this column ({detail})")
DIAG(AMOUNT_MISSING, "nilai-kosong", DIAG_ERROR, EXIT_INPUT, "baris belanja tanpa nilai di kolom {column}",
     "spending row without an amount in column {column}")
DIAG(ACCOUNT_MISSING, "rekening-kosong", DIAG_ERROR, EXIT_INPUT,
     "baris bernilai tanpa kode rekening: \"{value}\"", "row with an amount but no account code: \"{value}\"")
DIAG(ACCOUNT_BAD, "rekening-tak-terbaca", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" bukan kode rekening; yang diterima: {detail}",
     "column \"{column}\": \"{value}\" is no account code; accepted: {detail}")
DIAG(SUM_OVERFLOW, "jumlah-terlalu-besar", DIAG_ERROR, EXIT_INPUT, "jumlah {column} melebihi batas Rp 92.233 triliun",
     "the sum of {column} is beyond Rp 92,233 trillion")

/* whole file */
DIAG(TOTAL_MISMATCH, "total-tidak-cocok", DIAG_ERROR, EXIT_INPUT,
     "jumlah rincian {column} = Rp {value}, total yang tertulis di berkas = Rp {detail}",
     "sum of the lines {column} = Rp {value}, total stated in the file = Rp {detail}")
DIAG(FOOTING, "subtotal-tidak-cocok", DIAG_WARNING, EXIT_CLEAN,
     "subtotal {column} Rp {detail}, jumlah anaknya Rp {value}", "subtotal {column} Rp {detail}, its children add up to Rp {value}")
DIAG(UNIT_MISSING, "unit-tidak-diketahui", DIAG_WARNING, EXIT_CLEAN,
     "nama OPD tidak tertulis; dipakai nama berkas \"{value}\"", "the unit is not stated; the file name \"{value}\" is used")
DIAG(UNIT_CONFLICT, "kode-unit-ganda", DIAG_ERROR, EXIT_INPUT,
     "kode OPD {column} dipakai untuk \"{value}\" dan \"{detail}\"", "unit code {column} stands for \"{value}\" and for \"{detail}\"")
DIAG(UNIT_TWO_CODES, "nama-unit-ganda", DIAG_WARNING, EXIT_CLEAN,
     "OPD \"{value}\" tertulis dengan dua kode, {column} dan {detail}; dianggap dua OPD",
     "unit \"{value}\" is written with two codes, {column} and {detail}; taken as two units")
DIAG(NO_LINES, "tanpa-rincian", DIAG_ERROR, EXIT_INPUT, "tidak ada satu pun baris belanja yang terbaca",
     "not a single spending line was read")
DIAG(NOT_BALANCED, "baris-tidak-seimbang", DIAG_ERROR, EXIT_INPUT,
     "baris terbaca {value} tidak sama dengan dipakai + dikecualikan + ditolak = {detail} (kesalahan program, laporkan)",
     "rows read {value} differ from used + excluded + rejected = {detail} (a fault of the program, please report)")

/* rule packs */
DIAG(PACK_MISSING, "paket-tidak-ada", DIAG_ERROR, EXIT_USAGE, "paket aturan \"{value}\" tidak ditemukan; dicari di: {detail}",
     "rule pack \"{value}\" not found; looked in: {detail}")
DIAG(PACK_TABLE_MISSING, "tabel-aturan-tidak-ada", DIAG_ERROR, EXIT_USAGE, "tabel aturan tidak dapat dibaca: {detail}",
     "cannot read the rule table: {detail}")
DIAG(PACK_COLUMN_MISSING, "kolom-aturan-tidak-ada", DIAG_ERROR, EXIT_USAGE, "kolom \"{value}\" tidak ada di tabel ini",
     "this table lacks the column \"{value}\"")
DIAG(PACK_ROW_WIDE, "baris-aturan-terlalu-lebar", DIAG_ERROR, EXIT_USAGE, "baris ini punya {value} sel, kepala tabel hanya {detail}",
     "this row has {value} cells, the header only {detail}")
DIAG(PACK_VALUE_BAD, "isi-aturan-salah", DIAG_ERROR, EXIT_USAGE, "kolom \"{column}\": \"{value}\" tidak berlaku; yang diterima: {detail}",
     "column \"{column}\": \"{value}\" is not valid; accepted: {detail}")
DIAG(PACK_ID_TWICE, "id-aturan-ganda", DIAG_ERROR, EXIT_USAGE, "id \"{value}\" sudah dipakai di baris {detail}",
     "id \"{value}\" is already used in row {detail}")
DIAG(PACK_UNKNOWN, "acuan-tidak-dikenal", DIAG_ERROR, EXIT_USAGE, "kolom \"{column}\": \"{value}\" tidak ada di {detail}",
     "column \"{column}\": \"{value}\" is not in {detail}")
DIAG(PACK_RULE_EMPTY, "aturan-kosong", DIAG_ERROR, EXIT_USAGE, "aturan \"{value}\" tanpa rekening dan tanpa kata akan kena semua baris",
     "rule \"{value}\" has neither account nor words and would take every line")
DIAG(PACK_KEY_MISSING, "kunci-paket-tidak-ada", DIAG_ERROR, EXIT_USAGE, "pack.csv tidak memuat \"{value}\"", "pack.csv lacks \"{value}\"")

/* output */
DIAG(OUTPUT_OPEN, "laporan-tidak-dapat-ditulis", DIAG_ERROR, EXIT_OUTPUT,
     "laporan tidak dapat ditulis: {detail}; laporan lama tidak diubah", "cannot write the report: {detail}; the old report is untouched")
DIAG(OUTPUT_UNVERIFIED, "laporan-tidak-lolos-baca-ulang", DIAG_ERROR, EXIT_OUTPUT,
     "laporan yang baru ditulis tidak lolos baca-ulang ({detail}); laporan lama tidak diubah",
     "the new report failed its read-back ({detail}); the old report is untouched")
