/*
 * rules_catalogue.h - what explain and the rules commands say. Part of the catalogue of text.h.
 */
/* ---- rules lint, rules test ---- */
TEXT(LINT_SUMMARY, "{0} aturan, {1} kesalahan, {2} peringatan", "{0} rules, {1} errors, {2} warnings")
TEXT(TEST_COVERAGE, "{0} dari {1} aturan diputus sekurang-kurangnya satu contoh atau baris uji", "{0} of {1} rules decide at least one example or case")
TEXT(TEST_UNCOVERED, "tanpa contoh yang memutuskan: {0} ({1})", "no example decides: {0} ({1})")
TEXT(TEST_SUMMARY, "{0} passed, {1} failed", "{0} passed, {1} failed") /* the same in both languages: scripts read it */

/* ---- rules show ---- */
TEXT(SHOW_RULE, "aturan", "rule")
TEXT(SHOW_CHECK, "pengujian", "check")
TEXT(SHOW_CLASS, "jenis", "class")
TEXT(SHOW_LIMIT, "batas", "limit")
TEXT(SHOW_PURPOSE, "tujuan", "purpose")
TEXT(SHOW_AREA, "bidang", "area")
TEXT(SHOW_FORMULA, "rumus", "formula")
TEXT(SHOW_BASIS, "dasar", "basis")
TEXT(SHOW_RULES, "diputus oleh", "decided by")
TEXT(SHOW_CHECKS, "diuji oleh", "checked by")
TEXT(FORMULA_CUT, "pagu kini <= pagu murni x (100% - potongan pada batas), jumlah seluruh baris jenis itu",
     "present budget <= original budget x (100% - cut of the limit), over all lines of the class")
TEXT(FORMULA_NEW_ACTIVITY, "sub kegiatan x rekening jenis itu dengan pagu murni = 0 dan pagu kini > 0",
     "sub activity x account of the class with original budget = 0 and present budget > 0")
TEXT(FORMULA_SPENT_OVER_LIMIT, "realisasi > pagu murni x (100% - potongan pada batas)", "spent > original budget x (100% - cut of the limit)")
TEXT(FORMULA_SPENT_OVER_BUDGET, "realisasi setelah setoran > pagu kini untuk satu sub kegiatan x rekening, semua jenis",
     "spent, net of paybacks, > present budget of one sub activity x account, all classes")
TEXT(FORMULA_TREND, "pagu kini dibanding pagu murni jenis atau rekening itu: turun, tetap, atau naik", "present against original budget of the class or accounts: down, flat or up")
TEXT(FORMULA_NO_BASELINE, "perangkat daerah yang berkasnya tidak memuat pagu murni", "units whose files do not state the original budget")
TEXT(FORMULA_RECONCILE, "jumlah rincian = total yang tertulis di berkas", "sum of the lines = total stated in the file")
TEXT(FORMULA_EXCLUDED_ROWS, "baris terbaca = dipakai + dikecualikan + ditolak; dilaporkan berapa yang bukan rincian",
     "rows read = used + excluded + rejected; reports how many are not lines")
TEXT(FORMULA_ACCOUNT_SPELLING, "rekening yang ditulis dengan ejaan lain atau tidak ada di bagan akun", "accounts in another spelling or beyond the chart of accounts")
TEXT(FORMULA_ACCOUNT_SHARE, "jumlah pada rekening itu : jumlah seluruh belanja", "sum on these accounts : sum of all spending")
TEXT(FORMULA_PARAMETERS, "mencatat apa yang dipakai untuk mengaudit: paket, tahun, pilihan", "records what the audit was run with: pack, year, options")
TEXT(FORMULA_CONTROL, "jumlah perangkat daerah = jumlah di berkas kontrol (--control)", "total of the unit = total in the control file (--control)")
TEXT(FORMULA_PROJECTION, "realisasi x 12 > pagu murni x (100% - potongan pada batas) x bulan (--period)",
     "spent x 12 > original budget x (100% - cut of the limit) x month (--period)")
TEXT(FORMULA_PRESENCE, "ada pagu kini, atau ada realisasi, pada jenis atau rekening itu", "any present budget, or anything spent, in the class or accounts")
TEXT(FORMULA_SHARE_OF_CLASS, "pagu kini > pagu murni untuk rekening di dalam jenis itu; porsinya dicantumkan",
     "present > original budget of the accounts within the class; with their share in it")
TEXT(FORMULA_PURPOSE_LIST, "baris dengan tujuan itu, rekening mana pun", "lines with the purpose, in any account")
TEXT(FORMULA_PURPOSE_OUTSIDE, "baris dengan tujuan itu, di dalam rekening itu tetapi di luar jenis itu", "lines with the purpose, within the accounts but outside the class")
TEXT(FORMULA_SHIFT, "kenaikan rekening itu dibanding pemotongan jenis itu: unit > percent; sub kegiatan: yang kecil >= percent dari yang besar",
     "rise of the accounts against the cut of the class: unit > percent; sub activity: the smaller >= percent of the larger")
TEXT(FORMULA_INPUT_HEAVY, "pagu kini jenis atau rekening itu > percent x pagu kini sub kegiatan", "present budget of the classes or accounts > percent x that of the sub activity")
TEXT(FORMULA_DESTINATION, "kenaikan pagu sub kegiatan (kini - murni) di luar semua bidang", "increases of sub activities (present - original) outside all areas")
TEXT(FORMULA_BALANCE, "jumlah pemotongan = jumlah kenaikan + sisa", "sum of the cuts = sum of the increases + rest")
TEXT(FORMULA_UNEVEN_CUT, "selisih persen pemotongan perangkat daerah yang bernama demikian dan yang lain > percent poin",
     "distance between the cut of the units so named and of the others > percent points")
TEXT(FORMULA_NUMBER_FORMAT, "baris yang ditolak karena angkanya tidak tegas", "rows rejected because their amounts are not plain")
TEXT(FORMULA_ODD_AMOUNTS, "baris dengan nilai negatif atau kosong", "lines with a negative or an empty amount")
TEXT(FORMULA_UNIT_NAMES, "satu kode dengan dua nama, atau satu nama dengan dua kode", "one code with two names, or one name with two codes")
TEXT(FORMULA_ENCODINGS, "penyandian dan pemisah yang dipakai berkas", "encodings and delimiters of the files")
TEXT(FORMULA_DECIDED_BY, "belanja yang tidak diputus aturan > percent dari seluruhnya", "spending that no rule decides > percent of all")
TEXT(FORMULA_CLAIMS, "persen yang diklaim (--claims) - (pagu murni - pagu kini) : pagu murni > percent poin", "percentage claimed (--claims) - (original - present) : original > percent points")
TEXT(FORMULA_PROJECTION_PROFILE, "realisasi x jumlah profil setahun > pagu murni x (100% - potongan pada batas) x jumlah profil sampai bulan itu (--profile)",
     "spent x sum of the profile > original budget x (100% - cut of the limit) x sum of the profile up to the month (--profile)")
TEXT(FORMULA_STAGE_RISE, "pagu kini jenis itu > pagunya pada tahap efisiensi", "present budget of the class > its budget in the efficiency stage")
TEXT(FORMULA_PAID_TWICE, "dokumen lain dengan penerima, nilai, rekening dan keterangan yang sama; tanpa nama bulan dalam keterangan: dalam bulan yang sama",
     "another document with the same payee, amount, account and remark; where the remark names no month: of the same month")
TEXT(FORMULA_PILE_UP, "realisasi dari bulan from_month sampai Desember > percent x realisasi setahun, menurut jenis; hanya pada posisi Desember",
     "spent from month from_month to December > percent x spent in the year, by class; as of December only")
TEXT(FORMULA_ROUND, "pembayaran yang habis dibagi rupiah > percent x banyaknya pembayaran, mulai least pembayaran",
     "payments divisible by rupiah > percent x number of payments, from least payments on")
TEXT(FORMULA_NO_OUTPUT, "sub kegiatan dengan pagu kini jenis itu > 0 yang indikatornya kosong, targetnya kosong atau nol, atau satuannya hanya words",
     "sub activity with present budget of the class > 0 and no indicator, a missing or zero target, or words as its only unit")
TEXT(FORMULA_FLAT_CUT, "perangkat daerah dengan persen pemotongan yang sama (beda paling banyak margin poin) >= percent x semua, mulai least perangkat daerah",
     "units with the same percentage of cut (at most margin points apart) >= percent x all, from least units on")
TEXT(FORMULA_REPEATED, "berkas yang hanya memuat nilai yang berulang di setiap baris dokumen", "files with no amount but one that repeats on every row of a document")
TEXT(FORMULA_DUPLICATES, "baris yang sudah ada dalam berkas lain menurut isi, bulan atau nomor dokumen", "rows that were in another file already by content, month or document number")
TEXT(FORMULA_DATES, "baris bertanggal di luar tahun anggaran, atau bertanggal yang tidak terbaca", "rows dated outside the fiscal year, or with an unreadable date")

TEXT(FORMULA_RATE, "(harga satuan - tarif terendah yang berlaku untuk peran dan satuan itu) x volume > 0", "(unit price - lowest rate in force for that role and unit) x volume > 0")
TEXT(FORMULA_RATE_UNIT, "satuan baris tidak ada pada tarif perannya", "the standard has no rate for the role in the unit of the line")
TEXT(FORMULA_COMMITTEE, "orang panitia > percent x peserta, per sub kegiatan", "persons of the committee > percent x participants, by sub activity")
TEXT(FORMULA_TEAMS, "sub kegiatan yang membiayai tim: jumlahnya pada pagu kini >= pada pagu murni", "sub activities that pay teams: their number in the present budget >= that in the original one")
TEXT(FORMULA_MEMBERS, "orang dalam satu baris > jumlah yang diperkenankan untuk perannya (tabel standar, most)", "persons of one line > the number allowed for the role (table of standards, most)")
TEXT(FORMULA_MONTHS, "bulan dalam satu baris > 12", "months of one line > 12")

/* ---- rules diff ---- */
TEXT(DIFF_NONE, "tidak ada baris yang berpindah jenis", "no line changes its class")
TEXT(DIFF_MOVE, "  {0} -> {1}: {2} baris{3}", "  {0} -> {1}: {2} lines{3}")
TEXT(DIFF_SUM, "jumlah: {0} baris{1}", "in all: {0} lines{1}")
TEXT(DIFF_AMOUNT, ", {0} Rp {1}", ", {0} Rp {1}")
TEXT(DIFF_NOT_READ, "(tidak terbaca)", "(not read)")
TEXT(DIFF_FLIPS, "hasil uji yang berubah:", "verdicts that flip:")
TEXT(DIFF_FLIP, "  {0} {1}: {2} -> {3}", "  {0} {1}: {2} -> {3}")
TEXT(DIFF_NO_FLIPS, "tidak ada hasil uji yang berubah", "no verdict flips")
TEXT(DIFF_NO_RESULT, "(tidak ada)", "(none)")

/* ---- explain ---- */
TEXT(EXPLAIN_COLUMNS, "Kolom seperti terbaca", "Columns as read")
TEXT(EXPLAIN_FIELDS, "Dicocokkan sebagai", "Matched as")
TEXT(EXPLAIN_DECISION, "Keputusan", "Decision")
TEXT(EXPLAIN_CHECKS, "Ikut dalam pengujian", "Takes part in")
TEXT(EXPLAIN_FIELD_ACCOUNT, "rekening", "account")
TEXT(EXPLAIN_FIELD_ACCOUNT_NAME, "nama rekening", "account name")
TEXT(EXPLAIN_FIELD_ACTIVITY, "sub kegiatan", "sub activity")
TEXT(EXPLAIN_FIELD_TEXT, "uraian", "description")
TEXT(EXPLAIN_CLASS, "jenis: {0} ({1})", "class: {0} ({1})")
TEXT(EXPLAIN_RULE, "aturan: {0} di {1}:{2}", "rule: {0} in {1}:{2}")
TEXT(EXPLAIN_NO_RULE, "aturan: tidak ada yang memutuskan; tambahkan kata atau rekening di rules.csv", "rule: none decides; add words or an account to rules.csv")
TEXT(EXPLAIN_BASIS, "dasar hukum: {0}", "legal basis: {0}")
TEXT(EXPLAIN_ACCOUNT_MATCH, "karena rekening {0} termasuk {1}", "because account {0} lies below {1}")
TEXT(EXPLAIN_ACTIVITY_MATCH, "karena kode sub kegiatan {0} termasuk {1}", "because the sub kegiatan {0} lies below {1}")
TEXT(EXPLAIN_PHRASE_MATCH, "karena \"{0}\" ada pada {1}", "because \"{0}\" stands in {1}")
TEXT(EXPLAIN_RUNNER_UP, "berikutnya: {0} ({1}) di {2}:{3}, bila aturan di atas tidak ada", "runner-up: {0} ({1}) in {2}:{3}, without the rule above")
TEXT(EXPLAIN_NO_RUNNER_UP, "berikutnya: tidak ada aturan lain dengan jenis lain", "runner-up: no other rule with another class")
TEXT(EXPLAIN_PURPOSE, "tujuan: {0} menurut {1} di {2}:{3}", "purpose: {0} by {1} in {2}:{3}")
TEXT(EXPLAIN_REJECTED, "Baris ini ditolak: {0}", "This row was rejected: {0}")
TEXT(EXPLAIN_NO_CHECKS, "tidak ada", "none")
