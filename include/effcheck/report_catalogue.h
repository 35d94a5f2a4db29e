/*
 * report_catalogue.h - words of the report's newer pages: page one, its copy as a web page, the sheets of the other dicta; included by
 * text_catalogue.h alone.
 */

/* ---- page one ---- */
TEXT(PAGE_ONE_WITH_PACK, "{0} · {1} {2} · SHA-256 {3}…", "{0} · {1} {2} · SHA-256 {3}…")
TEXT(NOT_RUN_REASON, "Tidak dijalankan: kolom atau berkasnya tidak ada; lihat lembar Parameter", "Not run: columns or files are missing; see the sheet of parameters")
TEXT(REASONS_DIFFER, "Sebabnya berbeda-beda; lihat lembar {0}", "For different reasons; see the sheet {0}")
TEXT(NEWS_MORE, "{0}; dan {1} lainnya", "{0}; and {1} others")
TEXT(NEWS_NEW, "Baru: {0}.", "New: {0}.")
TEXT(NEWS_OVERDUE, "Lewat tenggat: {0}.", "Overdue: {0}.")
TEXT(NEWS, "Perkembangan", "What is new")
TEXT(NEWS_FIRST, "Tanpa laporan bulan lalu (--previous): belum ada pembanding.", "Without last month's report (--previous): nothing to compare with.")
TEXT(CONTINUED, "{0} (lanjutan)", "{0} (continued)")
TEXT(OVER_OR_UNDER, "Lebih (+) / kurang (−) dari batas, Rp", "Above (+) / below (−) the limit, Rp")
TEXT(AND_MORE_UNITS, "{0}; dan {1} OPD lain (lihat {2})", "{0}; and {1} other units (see {2})")
TEXT(DIRECTIONS, "Arah belanja seluruh daerah (tanpa batas berangka)", "Directions of the region's spending (no limit in numbers)")
TEXT(LAW_CHECKS, "Putusan menurut hukum, dan jumlah OPD per putusan pada cek lainnya",
     "Verdicts of law, and units by verdict in the other checks")
TEXT(OTHER_CHECKS_OF, "{0}: {1} cek", "{0}: {1} checks")
TEXT(MORE_REASONS_AT, "dan {0} sebab lain; lihat lembar {1}.", "and {0} other reasons; see the sheet {1}.")
TEXT(UNCLASSIFIED_SHARE, "Belum terklasifikasi: {0} baris, {1} dari {2}.", "Not classified: {0} lines, {1} of: {2}.")
TEXT(STAFF_NUMBER_IS, "NIP {0}", "Staff no. {0}")
TEXT(ACKNOWLEDGED, "Mengetahui,", "Acknowledged,")

/* ---- kinds without a number, destinations of savings ---- */
TEXT(KIND, "Jenis", "Kind")
TEXT(SHEET_SAVINGS, "Realokasi", "Reallocation")
TEXT(TITLE_SAVINGS, "Realokasi: ke mana hasil efisiensi dialihkan", "Reallocation: Where the Savings Went")
TEXT(SAVINGS_HINT, "Kenaikan pagu per sub kegiatan. Neraca menurut rekening: pemotongan {0} − kenaikan {1} = {2} tidak dialihkan.",
     "Increases by sub activity. Balance by account: cuts {0} − increases {1} = {2} not reallocated.")
TEXT(AREA, "Bidang", "Area")
TEXT(ACTIVITIES, "Sub Kegiatan", "Sub Activities")
TEXT(INCREASE, "Kenaikan (Rp)", "Increase (Rp)")
TEXT(INCREASE_SHARE, "% Kenaikan", "% of Increases")
TEXT(OUTSIDE_AREAS, "Di luar bidang yang dituju", "Outside the intended areas")
TEXT(OTHER_ACTIVITIES, "{0} sub kegiatan lainnya", "{0} other sub activities")
TEXT(CLASSES_CHART, "Belanja per kelas ({0})", "Spending by class ({0})")

/* ---- trail, verify ---- */
TEXT(SHEET_TRACE, "Jejak", "Trail")
TEXT(TITLE_TRACE, "Jejak: bahan laporan ini dan hasilnya, untuk dihitung ulang", "Trail: What This Report Was Made From, to Be Reckoned Again")
TEXT(TRACE_HINT, "effcheck verify LAPORAN.xlsx BERKAS... menghitung ulang setiap baris ini dari berkasnya dan menyebut yang berbeda.",
     "effcheck verify REPORT.xlsx FILE... reckons every row again from the files and names what differs.")
TEXT(TRACE_WHAT, "Hal", "Matter")
TEXT(VERIFY_SAME, "sama: {0} hal dihitung ulang dari {1} berkas, dan setiap sel setiap lembar",
     "same: {0} matters reckoned again from {1} files, and every cell of every sheet")
TEXT(VERIFY_DIFFERS, "beda: {0} hal", "different: {0} matters")
TEXT(VERIFY_MORE, "dan {0} lagi", "and {0} more")
TEXT(VERIFY_LINE, "{0} {1}: laporan {2}, sekarang {3}", "{0} {1}: report {2}, now {3}")
TEXT(VERIFY_NONE, "tidak ada", "nothing")

/* ---- units by checks ---- */
TEXT(SHEET_UNITS_BY, "Kepatuhan ({0})", "Compliance ({0})")
TEXT(TITLE_UNITS_BY, "Kepatuhan per OPD: cek bersifat {0}", "Compliance by Unit: checks of nature {0}")
