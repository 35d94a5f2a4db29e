/*
 * diag_kinds.h - every message effcheck can give about its input. Included with DIAG(...) defined; see diag.h.
 *
 * DIAG(kind, slug, level, exit status, Indonesian, English); {value} {column} {detail} are filled in.
 */
/* command line */
DIAG(NO_MATCH, "pola-kosong", DIAG_ERROR, EXIT_USAGE, "tidak ada berkas yang cocok dengan pola \"{value}\"",
     "no file matches the pattern \"{value}\"")
DIAG(OUTPUT_IS_INPUT, "laporan-menimpa-masukan", DIAG_ERROR, EXIT_USAGE, "laporan akan menimpa berkas masukan; pilih nama lain dengan --output, --json, --rejects, --findings, --html atau --per-opd",
     "the report would overwrite an input file; choose another name with --output, --json, --rejects, --findings, --html or --per-opd")
DIAG(YEAR_MISMATCH, "tahun-lain", DIAG_ERROR, EXIT_USAGE,
     "berkas ini TA {value}, paket aturan {detail}; pilih paket tahun itu dengan --rules, atau --what-if untuk simulasi",
     "this file is fiscal year {value}, the rule pack is {detail}; choose a pack of that year with --rules, or --what-if to simulate")
DIAG(YEAR_UNKNOWN, "tahun-tak-tertulis", DIAG_WARNING, EXIT_CLEAN,
     "tahun anggaran tidak tertulis di berkas; dianggap TA {value} (pastikan dengan --year)",
     "the file states no fiscal year; taken as {value} (make sure with --year)")

/* effcheck.csv */
DIAG(DECISION_COLUMN, "kolom-keputusan-tidak-dikenal", DIAG_ERROR, EXIT_USAGE, "kolom \"{value}\" tidak dikenal; yang diterima: {detail}",
     "unknown column \"{value}\"; accepted: {detail}")
DIAG(DECISION_UNUSED, "keputusan-tanpa-berkas", DIAG_WARNING, EXIT_CLEAN, "tidak ada berkas masukan di folder ini yang cocok dengan pola \"{value}\"",
     "no input file of this folder matches the pattern \"{value}\"")
DIAG(MONTH_OUTSIDE, "bulan-di-luar-periode", DIAG_WARNING, EXIT_CLEAN,
     "{value} baris bertanggal {column}, di luar periode laporan {detail}; tetap dihitung",
     "{value} rows are dated {column}, outside the period {detail} of the report; they are counted all the same")

/* files */
DIAG(FILE_MISSING, "berkas-tidak-ada", DIAG_ERROR, EXIT_INPUT, "berkas tidak dapat dibuka: {detail}",
     "cannot open the file: {detail}")
DIAG(FILE_IS_FOLDER, "folder", DIAG_ERROR, EXIT_INPUT, "ini folder, bukan berkas; beri pola seperti {value}/*.csv",
     "this is a folder, not a file; give a pattern such as {value}/*.csv")
DIAG(FILE_EMPTY, "berkas-kosong", DIAG_ERROR, EXIT_INPUT, "berkas kosong", "the file is empty")
DIAG(FILE_BINARY, "bukan-teks", DIAG_ERROR, EXIT_INPUT, "bukan berkas teks: {detail}", "not a text file: {detail}")
DIAG(FILE_IS_WORKBOOK, "buku-kerja-bernama-lain", DIAG_WARNING, EXIT_CLEAN,
     "isi berkas ini buku kerja Excel walaupun namanya berakhiran \"{value}\"; dibaca sebagai buku kerja",
     "this file holds an Excel workbook although its name ends in \"{value}\"; read as a workbook")
DIAG(FILE_IS_OLD_WORKBOOK, "buku-kerja-lama", DIAG_ERROR, EXIT_INPUT,
     "isi berkas ini buku kerja Excel lama atau berkata sandi ({detail}); buka di Excel lalu simpan sebagai .xlsx tanpa kata sandi",
     "this file holds an old or password-protected Excel workbook ({detail}); open it in Excel and save it as .xlsx without a password")
DIAG(WORKBOOK_BAD, "buku-kerja-rusak", DIAG_ERROR, EXIT_INPUT, "buku kerja tidak dapat dibaca: {detail}; minta berkas utuh dari OPD",
     "cannot read the workbook: {detail}; ask the unit for an intact file")
DIAG(SHEET_HIDDEN, "lembar-tersembunyi", DIAG_INFO, EXIT_CLEAN, "lembar tersembunyi \"{value}\" tidak dibaca",
     "hidden sheet \"{value}\" is not read")
DIAG(SHEET_SKIPPED, "lembar-bukan-tabel", DIAG_WARNING, EXIT_CLEAN,
     "lembar \"{value}\" dilewati: {detail} baris, tanpa kepala tabel yang dikenal",
     "sheet \"{value}\" is passed over: {detail} rows, no header row that is known")
DIAG(SHEET_SAME_SUM, "lembar-berjumlah-sama", DIAG_ERROR, EXIT_INPUT,
     "jumlah {column} sama persis dengan lembar \"{value}\" dari OPD yang sama (Rp {detail}); bila ini rekap atau salinannya, sembunyikan lembarnya",
     "the sum of {column} is that of sheet \"{value}\" of the same unit (Rp {detail}); if this is a summary or a copy, hide the sheet")
DIAG(SHEET_NOT_COMPUTED, "rumus-tanpa-hasil", DIAG_WARNING, EXIT_CLEAN,
     "lembar \"{value}\" berisi rumus yang hasilnya tidak tersimpan (tertulis =?); buka di Excel lalu simpan",
     "sheet \"{value}\" has formulas whose results were not stored (shown as =?); open it in Excel and save it")
DIAG(FILE_IS_HTML, "html-bernama-lain", DIAG_ERROR, EXIT_INPUT,
     "isi berkas ini tabel HTML; buka di Excel lalu simpan sebagai CSV UTF-8",
     "this file holds an HTML table; open it in Excel and save it as CSV UTF-8")
DIAG(ENCODING_BAD, "utf8-rusak", DIAG_ERROR, EXIT_INPUT,
     "byte {value} bukan UTF-8; dibaca sebagai {detail}", "byte {value} is not UTF-8; read as {detail}")
DIAG(ENCODING_DOUBT, "enkoding-rancu", DIAG_ERROR, EXIT_INPUT,
     "dua enkoding sama-sama mungkin: {value} atau {detail}; tentukan dengan --encoding atau effcheck.csv",
     "two encodings fit equally well: {value} or {detail}; decide with --encoding or effcheck.csv")
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
DIAG(FILE_WITHIN, "berkas-sebagian", DIAG_WARNING, EXIT_CLEAN,
     "ke-{detail} barisnya ada juga di {value}, dengan angka yang sama; yang dihitung {value}",
     "its {detail} lines are also in {value}, with the same amounts; {value} is counted")
DIAG(FILE_DISPUTED, "berkas-bertentangan", DIAG_ERROR, EXIT_INPUT,
     "anggaran {column} ada juga di {value} dengan isi yang berbeda ({detail} baris sama); yang dihitung hanya {value} dan OPD ini tidak dinilai",
     "the budget of {column} is also in {value} with other content ({detail} lines are the same); only {value} is counted and this unit is not judged")
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
DIAG(SIDE_UNKNOWN_UNIT, "opd-tabel-tidak-ada", DIAG_WARNING, EXIT_CLEAN, "OPD \"{value}\" tidak ada di berkas yang diperiksa",
     "unit \"{value}\" is not in the files read")
DIAG(CONTROL_LACKS_UNIT, "opd-tanpa-kontrol", DIAG_WARNING, EXIT_CLEAN, "OPD \"{value}\" tidak ada di berkas kontrol",
     "unit \"{value}\" is not in the control file")
DIAG(SIDE_BAD, "isi-tabel-tak-terbaca", DIAG_ERROR, EXIT_INPUT, "kolom \"{column}\": \"{value}\" tidak dapat dipakai; yang diterima: {detail}",
     "column \"{column}\": \"{value}\" cannot be used; accepted: {detail}")
DIAG(SIDE_NO_COLUMN, "tabel-tanpa-kolom", DIAG_ERROR, EXIT_USAGE, "tidak ada kolom {value}; yang dikenal: {detail}",
     "there is no column {value}; known names: {detail}")
DIAG(PROFILE_BAD, "profil-tidak-dipakai", DIAG_ERROR, EXIT_INPUT, "profil bulanan tidak dipakai: perlu dua belas bulan, masing-masing satu kali, tidak negatif dan tidak semuanya nol",
     "the monthly profile is not used: it needs twelve months, each once, none negative and not all zero")

/* shape */
DIAG(HEADER_MISSING, "kepala-tabel-tidak-dikenal", DIAG_ERROR, EXIT_INPUT,
     "baris kepala tabel tidak dikenali; terlihat: {value}; diperlukan: {detail}",
     "no header row recognised; seen: {value}; needed: {detail}")
DIAG(DIALECT_AMBIGUOUS, "pemisah-rancu", DIAG_ERROR, EXIT_INPUT,
     "dua pemisah kolom sama-sama cocok: {value} dan {detail}; tentukan dengan --delimiter atau effcheck.csv",
     "two delimiters fit equally well: {value} and {detail}; decide with --delimiter or effcheck.csv")
DIAG(NOT_LINES, "bukan-rincian-belanja", DIAG_ERROR, EXIT_INPUT, "bukan rincian belanja, tidak dibaca: {value}; {detail}",
     "not spending lines, not read: {value}; {detail}")
DIAG(AMOUNTS_TORN, "angka-pecah", DIAG_ERROR, EXIT_INPUT,
     "{value} dari {detail} baris bernilai terpotong: angka dengan pemisah ribuan koma tanpa tanda kutip jatuh ke beberapa sel; minta ekspor ulang",
     "{value} of {detail} rows with amounts are torn: amounts grouped by commas without quotes fell apart into several cells; ask for a new export")
DIAG(AMOUNTS_SCALED, "nilai-bukan-rupiah-penuh", DIAG_ERROR, EXIT_INPUT,
     "berkas menyatakan nilainya bukan rupiah penuh (\"{value}\"); nilai yang dibulatkan tidak dapat diperiksa; minta berkas dalam rupiah penuh",
     "the file says that its amounts are not whole rupiah (\"{value}\"); rounded amounts cannot be checked; ask for a file in whole rupiah")
DIAG(QUOTE_UNCLOSED, "kutip-tak-tertutup", DIAG_ERROR, EXIT_INPUT,
     "tanda kutip dibuka tetapi tidak ditutup; baris ini dibaca apa adanya dan pembacaan dilanjutkan di baris berikutnya",
     "a quote is opened and never closed; this line was read literally and reading went on at the next line")
DIAG(QUOTE_STRAY, "kutip-liar", DIAG_WARNING, EXIT_CLEAN, "tanda kutip di tengah sel; dibaca apa adanya",
     "a quote inside a cell; taken literally")
DIAG(ROW_RAGGED, "jumlah-kolom-beda", DIAG_ERROR, EXIT_INPUT,
     "baris ini punya {value} kolom, kepala tabel {detail}; baris ditolak karena nilainya mungkin bergeser",
     "this row has {value} columns, the header {detail}; rejected because its amounts may have shifted")
DIAG(NAME_REJOINED, "nama-terpotong", DIAG_WARNING, EXIT_CLEAN,
     "kolom \"{column}\" memuat pemisah kolom tanpa tanda kutip; dibaca \"{value}\", dan nilainya dari kolom di kanannya",
     "column \"{column}\" holds the delimiter without quotes; read as \"{value}\", and the amounts from the columns to its right")
DIAG(ROW_TOO_LONG, "baris-terlalu-panjang", DIAG_ERROR, EXIT_INPUT,
     "baris ini {value} byte, batasnya {detail}; ditolak dan pembacaan dilanjutkan di baris berikutnya",
     "this row has {value} bytes, the limit is {detail}; rejected, reading went on at the next line")
DIAG(ROW_TOO_WIDE, "kolom-terlalu-banyak", DIAG_ERROR, EXIT_INPUT,
     "baris ini lebih dari {value} kolom; ditolak dan pembacaan dilanjutkan di baris berikutnya",
     "this row has more than {value} columns; rejected, reading went on at the next line")
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
DIAG(AMOUNT_SHRUNK, "ribuan-hilang", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": {value} tampaknya {detail} yang kehilangan ribuannya: kolom ini tidak punya nilai antara seribu dan sejuta, dan seribu kalinya tidak memenuhi total tertulis; minta ekspor ulang",
     "column \"{column}\": {value} seems to be {detail} without its thousands: the column has no amount between a thousand and a million, and a thousandfold the lines do not make the stated total; ask for a new export")
DIAG(AMOUNT_SMALL, "ribuan-mungkin-hilang", DIAG_WARNING, EXIT_CLEAN,
     "kolom \"{column}\": {value} nilai di bawah seribu rupiah, yang lain di atas sejuta; dibaca apa adanya, karena berkas tidak menyebut total yang dapat menguji",
     "column \"{column}\": {value} amounts are below a thousand rupiah, the others above a million; read as written, because the file states no total to test them by")
DIAG(AMOUNT_RESTORED, "ribuan-dikembalikan", DIAG_WARNING, EXIT_CLEAN,
     "kolom \"{column}\": {value} nilai kehilangan ribuannya (750 dari 750.000); dibaca seribu kali, karena rincian lalu tepat sama dengan total tertulis Rp {detail}",
     "column \"{column}\": {value} amounts lost their thousands (750 from 750,000); read a thousandfold, because the lines then make exactly the stated total Rp {detail}")
DIAG(AMOUNT_OVERFLOW, "angka-terlalu-besar", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" melebihi batas Rp 92.233 triliun",
     "column \"{column}\": \"{value}\" is beyond Rp 92,233 trillion")
DIAG(AMOUNT_AMBIGUOUS, "angka-rancu", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" dapat berarti {detail}, dan tidak ada yang memutuskan; berkas ditolak; tentukan dengan --decimal atau effcheck.csv",
     "column \"{column}\": \"{value}\" can be {detail}, and nothing decides; the file is refused; decide with --decimal or effcheck.csv")
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
DIAG(ACCOUNT_DATE, "rekening-jadi-tanggal", DIAG_ERROR, EXIT_INPUT,
     "kolom \"{column}\": \"{value}\" adalah tanggal buatan Excel, bukan kode rekening; yang diterima: {detail}; minta kode aslinya dari OPD",
     "column \"{column}\": \"{value}\" is a date made by Excel, not an account code; accepted: {detail}; ask the unit for the original")
DIAG(EXCEL_DAMAGE, "kolom-rusak-excel", DIAG_WARNING, EXIT_CLEAN,
     "kolom \"{column}\": \"{value}\" sudah diubah Excel (notasi ilmiah atau tanggal); isi aslinya hilang",
     "column \"{column}\": \"{value}\" was changed by Excel (scientific notation or date); the original is lost")
DIAG(TEXT_MOJIBAKE, "teks-rusak", DIAG_INFO, EXIT_CLEAN, "teks dengan huruf rusak: \"{value}\"", "text with broken letters: \"{value}\"")
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
DIAG(PACK_DATES_OVERLAP, "masa-berlaku-tumpang-tindih", DIAG_ERROR, EXIT_USAGE,
     "masa berlaku aturan \"{value}\" bertumpang tindih dengan aturan ber-id sama di baris {detail}",
     "the validity of rule \"{value}\" overlaps with that of the rule of the same id in row {detail}")
DIAG(PACK_UNKNOWN, "acuan-tidak-dikenal", DIAG_ERROR, EXIT_USAGE, "kolom \"{column}\": \"{value}\" tidak ada di {detail}",
     "column \"{column}\": \"{value}\" is not in {detail}")
DIAG(PACK_RULE_EMPTY, "aturan-kosong", DIAG_ERROR, EXIT_USAGE, "aturan \"{value}\" tanpa rekening dan tanpa kata akan kena semua baris",
     "rule \"{value}\" has neither account nor words and would take every line")
DIAG(PACK_KEY_MISSING, "kunci-paket-tidak-ada", DIAG_ERROR, EXIT_USAGE, "pack.csv tidak memuat \"{value}\"", "pack.csv lacks \"{value}\"")

/* rule packs, found by rules lint */
DIAG(LINT_PHRASE_EMPTY, "kata-kosong", DIAG_ERROR, EXIT_USAGE, "kolom \"{column}\": ada pilihan kosong di antara tanda ;",
     "column \"{column}\": an empty alternative between two ;")
DIAG(LINT_RULE_SHADOWED, "aturan-tertutup", DIAG_ERROR, EXIT_USAGE,
     "aturan \"{value}\" tidak pernah memutuskan: semua rekening dan katanya sudah diputus lebih dulu oleh {detail}",
     "rule \"{value}\" can never decide: all its accounts and words are decided earlier by {detail}")
DIAG(LINT_ACCOUNT_SHADOWED, "rekening-tertutup", DIAG_ERROR, EXIT_USAGE,
     "rekening \"{value}\" tidak pernah menentukan di aturan ini: sudah diputus lebih dulu oleh {detail}",
     "account \"{value}\" can never decide in this rule: decided earlier by {detail}")
DIAG(LINT_PHRASE_SHADOWED, "kata-tertutup", DIAG_ERROR, EXIT_USAGE,
     "kolom \"{column}\": \"{value}\" tidak pernah menentukan: sudah diputus lebih dulu oleh {detail}",
     "column \"{column}\": \"{value}\" can never decide: decided earlier by {detail}")
DIAG(LINT_PHRASE_COVERED, "kata-berlebih", DIAG_ERROR, EXIT_USAGE,
     "kolom \"{column}\": \"{value}\" tidak menambah apa pun: sudah tercakup oleh \"{detail}\"",
     "column \"{column}\": \"{value}\" adds nothing: \"{detail}\" covers it")
DIAG(LINT_PHRASE_EXCEPTED, "kata-dikecualikan", DIAG_ERROR, EXIT_USAGE,
     "kolom \"{column}\": \"{value}\" tidak pernah kena: dikecualikan oleh \"{detail}\" di kolom except",
     "column \"{column}\": \"{value}\" can never match: excepted by \"{detail}\" in column except")
DIAG(LINT_ACCOUNT_COVERED, "rekening-berlebih", DIAG_ERROR, EXIT_USAGE,
     "rekening \"{value}\" tidak menambah apa pun: sudah tercakup oleh \"{detail}\"",
     "account \"{value}\" adds nothing: \"{detail}\" covers it")
DIAG(LINT_EXCLUSION_IDLE, "pengecualian-rekening-sia-sia", DIAG_ERROR, EXIT_USAGE,
     "rekening \"{value}\" dikecualikan, tetapi tidak ada rekening di kolom ini yang mencakupnya",
     "account \"{value}\" is excluded, but no account of this column covers it")
DIAG(LINT_ACCOUNT_UNKNOWN, "rekening-di-luar-bagan", DIAG_WARNING, EXIT_CLEAN, "rekening \"{value}\" tidak ada di {detail}",
     "account \"{value}\" is not in {detail}")
DIAG(LINT_CHECK_SEVERE, "cek-terlalu-berat", DIAG_ERROR, EXIT_USAGE, "cek \"{value}\": \"{detail}\" hanya untuk sifat HUKUM atau batas kebijakan daerah",
     "check \"{value}\": \"{detail}\" is only for nature HUKUM or a limit of the region's policy")
DIAG(LINT_NO_EXAMPLE, "aturan-tanpa-contoh", DIAG_WARNING, EXIT_CLEAN, "aturan \"{value}\" belum punya contoh",
     "rule \"{value}\" has no example yet")

/* rule packs, found by rules test; classes and rules in {detail} and {value} come from the pack */
DIAG(TEST_EXAMPLE, "contoh-meleset", DIAG_ERROR, EXIT_USAGE, "contoh \"{value}\" seharusnya diputus aturan ini, tetapi {detail}",
     "example \"{value}\" should be decided by this rule, but {detail}")
DIAG(TEST_COUNTEREXAMPLE, "contoh-tandingan-kena", DIAG_ERROR, EXIT_USAGE, "contoh tandingan \"{value}\" tidak boleh diputus aturan ini, tetapi kena: {detail}",
     "counterexample \"{value}\" must not be decided by this rule, but is: {detail}")
DIAG(TEST_CASE, "baris-uji-meleset", DIAG_ERROR, EXIT_USAGE, "{column} seharusnya \"{value}\", hasilnya \"{detail}\"",
     "{column} should be \"{value}\", but is \"{detail}\"")

/* explain, rules show, rules diff */
DIAG(ROW_NOT_A_LINE, "bukan-baris-belanja", DIAG_ERROR, EXIT_USAGE,
     "baris {value} bukan baris belanja: kepala tabel, judul, subtotal, total, atau di luar berkas",
     "row {value} is no spending line: a header, a title, a subtotal, a total, or beyond the file")
DIAG(ID_UNKNOWN, "id-tidak-dikenal", DIAG_ERROR, EXIT_USAGE, "tidak ada aturan, pengujian, jenis, batas, tujuan atau bidang ber-id \"{value}\" di paket {detail}",
     "pack {detail} has no rule, check, class, limit, purpose or area with the id \"{value}\"")
/* a region's own tables */
DIAG(OVERRIDE_UNFOUNDED, "penetapan-tanpa-dasar", DIAG_ERROR, EXIT_USAGE,
     "penetapan \"{value}\" tanpa {detail}; setiap penetapan memerlukan alasan dan penyetuju",
     "override \"{value}\" lacks {detail}; every override needs a reason (alasan) and who approved it (penyetuju)")
DIAG(OVERRIDE_EXPIRED, "penetapan-kedaluwarsa", DIAG_WARNING, EXIT_CLEAN, "penetapan \"{value}\" berlaku sampai {detail}; tidak dipakai",
     "override \"{value}\" was valid until {detail}; not applied")
DIAG(OVERRIDE_UNUSED, "penetapan-tak-terpakai", DIAG_WARNING, EXIT_CLEAN, "penetapan \"{value}\" ({detail}) tidak mengenai satu baris pun",
     "override \"{value}\" ({detail}) met no line")

DIAG(EXCEPTION_UNFOUNDED, "pengecualian-tanpa-dasar", DIAG_ERROR, EXIT_USAGE,
     "pengecualian \"{value}\" tanpa {detail}; setiap pengecualian memerlukan alasan dan penyetuju",
     "exception \"{value}\" lacks {detail}; every exception needs a reason (alasan) and who approved it (penyetuju)")
DIAG(EXCEPTION_TARGET, "pengecualian-tanpa-sasaran", DIAG_ERROR, EXIT_USAGE,
     "pengecualian \"{value}\": isi temuan (id), atau cek bersama opd; tidak keduanya dan tidak salah satu saja",
     "exception \"{value}\": fill in temuan (an id), or cek together with opd; not both, and not one of the two alone")
DIAG(EXCEPTION_EXPIRED, "pengecualian-kedaluwarsa", DIAG_WARNING, EXIT_CLEAN, "pengecualian \"{value}\" berlaku sampai {detail}; tidak dipakai",
     "exception \"{value}\" was valid until {detail}; not applied")
DIAG(EXCEPTION_UNUSED, "pengecualian-tak-terpakai", DIAG_WARNING, EXIT_CLEAN, "pengecualian \"{value}\" ({detail}) tidak mengenai satu temuan pun",
     "exception \"{value}\" ({detail}) met no finding")

/* last month's report */
DIAG(PREVIOUS_UNREADABLE, "laporan-lalu-tak-terbaca", DIAG_ERROR, EXIT_USAGE, "laporan lalu tidak dapat dibaca: {detail}",
     "cannot read the earlier report: {detail}")
DIAG(PREVIOUS_FOREIGN, "laporan-lalu-tanpa-jejak", DIAG_ERROR, EXIT_USAGE,
     "bukan laporan effcheck yang dapat dilanjutkan: tidak ada lembar dengan kolom {value}",
     "no report of effcheck that can be continued: no sheet has the columns {value}")
DIAG(PREVIOUS_COLUMN, "laporan-lalu-kurang-kolom", DIAG_ERROR, EXIT_USAGE, "lembar \"{value}\" tidak lagi memuat kolom {detail}",
     "sheet \"{value}\" no longer has the columns {detail}")
DIAG(PREVIOUS_TWICE, "laporan-lalu-lembar-ganda", DIAG_ERROR, EXIT_USAGE,
     "lembar \"{value}\" dan \"{detail}\" memuat tabel yang sama; hapus salah satu", "sheets \"{value}\" and \"{detail}\" hold the same table; delete one of them")
DIAG(PREVIOUS_EDITED, "laporan-lalu-diubah", DIAG_ERROR, EXIT_USAGE,
     "lembar \"{column}\": baris \"{value}\" tidak seperti yang ditulis program ({detail}); pulihkan dari laporan aslinya",
     "sheet \"{column}\": row \"{value}\" is not as the program wrote it ({detail}); restore it from the original report")
DIAG(PREVIOUS_OTHER, "laporan-lalu-lain", DIAG_ERROR, EXIT_USAGE, "laporan lalu tentang {value}, laporan ini tentang {detail}",
     "the earlier report is on {value}, this one on {detail}")
DIAG(FOLLOW_UNKNOWN, "catatan-tanpa-temuan", DIAG_WARNING, EXIT_CLEAN,
     "tindak lanjut ditulis pada id \"{value}\" yang tidak dikenal; disimpan di lembar Jejak Temuan",
     "follow-up was written beside the unknown id \"{value}\"; it is kept on the sheet Finding Trail")
DIAG(FOLLOW_ROW_GONE, "baris-temuan-hilang", DIAG_WARNING, EXIT_CLEAN,
     "baris temuan \"{value}\" tidak ada lagi di register laporan lalu; tindak lanjutnya tidak diketahui",
     "the row of finding \"{value}\" is gone from the register of the earlier report; its follow-up is not known")
DIAG(UNIT_SILENT, "opd-tidak-melapor", DIAG_WARNING, EXIT_CLEAN, "OPD \"{value}\" melapor {detail} di laporan lalu, kini tidak",
     "unit \"{value}\" reported {detail} in the earlier report, and does not now")
DIAG(PAST_AMOUNT, "angka-lalu-berubah", DIAG_WARNING, EXIT_CLEAN, "{column}: Rp {value}, di laporan lalu Rp {detail}",
     "{column}: Rp {value}, in the earlier report Rp {detail}")
DIAG(PAST_FEWER, "baris-lalu-hilang", DIAG_WARNING, EXIT_CLEAN, "{column}: {value} baris, di laporan lalu {detail}",
     "{column}: {value} rows, in the earlier report {detail}")
DIAG(PAST_CONTENT, "isi-lalu-berubah", DIAG_WARNING, EXIT_CLEAN, "{column}: jumlah dan banyak baris sama, tetapi isinya berubah",
     "{column}: same sum and number of rows, but other content")
/* verify */
DIAG(REPORT_NOT_OURS, "bukan-laporan-effcheck", DIAG_ERROR, EXIT_USAGE, "ini bukan laporan effcheck yang utuh: {detail}",
     "this is no whole report of effcheck: {detail}")

/* output */
DIAG(OUTPUT_OPEN, "laporan-tidak-dapat-ditulis", DIAG_ERROR, EXIT_OUTPUT,
     "laporan tidak dapat ditulis: {detail}; laporan lama tidak diubah", "cannot write the report: {detail}; the old report is untouched")
DIAG(OUTPUT_UNVERIFIED, "laporan-tidak-lolos-baca-ulang", DIAG_ERROR, EXIT_OUTPUT,
     "laporan yang baru ditulis tidak lolos baca-ulang ({detail}); laporan lama tidak diubah",
     "the new report failed its read-back ({detail}); the old report is untouched")
DIAG(OUTPUT_BESIDE, "laporan-bernama-lain", DIAG_ERROR, EXIT_OUTPUT,
     "berkas ini sedang dibuka atau terkunci ({detail}); laporan baru ditulis ke \"{value}\". Tutup berkas di Excel lalu jalankan lagi",
     "this file is open or locked ({detail}); the new report was written to \"{value}\". Close the file in Excel and run again")
