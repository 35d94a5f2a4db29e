/*
 * check_cases.h - one unit a row (the second one a council), judged by the real pack: hits, near misses, exact boundaries, absent measures.
 * Below: what people hand in beside the spending files, and what the files themselves are.
 */
#ifndef EFFCHECK_TESTS_CHECK_CASES_H
#define EFFCHECK_TESTS_CHECK_CASES_H

#include "made_audit.h"

#define TRAVEL "5.1.02.04.01.0001"
#define PACKAGE "5.1.02.04.01.0005"
#define ABROAD "5.1.02.04.02.0001"
#define HOTEL "5.1.02.02.05.0043"
#define RENT "5.1.02.02.04.0036"
#define MEALS "5.1.02.01.01.0052"
#define GUESTS "5.1.02.01.01.0053"
#define COURSE "5.1.02.02.12.0003"
#define MEDICINE "5.1.02.01.01.0037"
#define POWER "5.1.02.02.01.0061"
#define UNIFORM "5.1.02.01.01.0063"
#define GRANT "5.1.05.01.01.0001"
#define TEAM "5.1.02.02.01.0004"

static const struct row {
    const char *name, *check;
    struct made_line lines[MADE_LINES];
    const char *verdict;
    int64_t gap;         /* NONE = the result has none */
    int8_t month;        /* of the period; 0 = none stated */
    bool region;         /* the result of the region */
} ROWS[] = {
    /* T01, T02: the real cases and the boundary */
    {"101 to 51 rupiah", "T01", {L(TRAVEL, RP(101), RP(51), 0)}, "tidak_patuh", 50, 0, false},
    {"101 to 51 sen is above by 1", "T01", {L(TRAVEL, 101, 51, 0)}, "tidak_patuh", 1, 0, false},
    {"101 to 50 sen", "T01", {L(TRAVEL, 101, 50, 0)}, "patuh", 0, 0, false},
    {"173 to 93 jt, claimed as 50 %", "T01", {L(TRAVEL, JT(173), JT(93), 0)}, "tidak_patuh", JT(65) / 10, 0, false},
    {"17.0 to 8.5 M", "T01", {L(TRAVEL, JT(17000), JT(8500), 0)}, "patuh", 0, 0, false},
    {"92 to 46 M", "T02", {L(TRAVEL, JT(92000), JT(46000), 0)}, "patuh", 0, 0, true},
    {"raised by one sen", "T01", {L(TRAVEL, 10000, 10001, 0)}, "tidak_patuh", 5001, 0, false},
    {"cut by 49.99 %", "T01", {L(TRAVEL, 10000, 5001, 0)}, "tidak_patuh", 1, 0, false},
    {"cut by 50.00 %", "T01", {L(TRAVEL, 10000, 5000, 0)}, "patuh", 0, 0, false},
    {"cut by 50.01 %", "T01", {L(TRAVEL, 10000, 4999, 0)}, "patuh", -1, 0, false},
    {"from nothing", "T01", {L(TRAVEL, 0, 5000, 0)}, "tidak_patuh", 5000, 0, false},
    {"no travel", "T01", {L(POWER, 10000, 10000, 0)}, "tidak_berlaku", NONE, 0, false},
    {"no original budget", "T01", {L(TRAVEL, NONE, 5000, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a correction below zero", "T01", {L(TRAVEL, 10000, 6000, 0), L(TRAVEL, 0, -1000, 0)}, "patuh", 0, 0, false},
    {"no original budget of one line", "T01", {L(TRAVEL, 10000, 4000, 0), L(TRAVEL, NONE, 1000, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row", "T01", {L(TRAVEL, 10000, 4000, 0), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T05: Banyuasin 2023, 52.86 % spent */
    {"Banyuasin", "T05", {L(TRAVEL, RP(90226275898), RP(90226275898), RP(47694141116))}, "tidak_patuh", RP(47694141116) - RP(45113137949), 0, false},
    {"half spent", "T05", {L(TRAVEL, 10000, 10000, 5000)}, "patuh", 0, 0, false},
    {"half and one sen", "T05", {L(TRAVEL, 10000, 10000, 5001)}, "tidak_patuh", 1, 0, false},
    /* T06: x 12 / month */
    {"at the ceiling in October", "T06", {L(TRAVEL, 120000, 60000, 50000)}, "patuh", 0, 10, false},
    {"one sen more in October", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "perlu_pertimbangan", 1, 10, false},
    {"one sen less in October", "T06", {L(TRAVEL, 120000, 60000, 49999)}, "patuh", -2, 10, false},
    {"the ceiling itself is exceeded", "T06", {L(TRAVEL, 120000, 60000, 60001)}, "tidak_berlaku", 12001, 10, false},
    {"at the ceiling in December", "T06", {L(TRAVEL, 120000, 60000, 60000)}, "patuh", 0, 12, false},
    {"no month stated", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "tidak_dapat_diuji", NONE, 0, false},
    {"no travel and no month", "T06", {L(POWER, 1, 1, 1)}, "tidak_berlaku", NONE, 0, false},
    {"nothing realised stated", "T06", {L(TRAVEL, 120000, 60000, NONE)}, "tidak_dapat_diuji", NONE, 10, false},
    {"the region", "T06", {L(TRAVEL, 120000, 60000, 50001)}, "perlu_pertimbangan", 1, 10, true},
    /* T08 */
    {"tickets in another account", "T08", {LT(RENT, 0, 700, 0, "Tiket pesawat dan penginapan")}, "perlu_pertimbangan", 700, 0, false},
    {"tickets in the travel account", "T08", {LT(TRAVEL, 0, 700, 0, "Tiket pesawat")}, "patuh", 0, 0, false},
    {"tickets in both", "T08", {LT(TRAVEL, 0, 300, 0, "Tiket pesawat"), LT(RENT, 0, 700, 0, "Tiket pesawat")}, "perlu_pertimbangan", 700, 0, false},
    {"tickets of patients", "T08", {LT(RENT, 0, 700, 0, "Tiket pasien rujukan")}, "patuh", 0, 0, false},
    {"journey of pilgrims", "T08", {LT(RENT, 0, 700, 0, "Perjalanan ibadah haji jamaah")}, "patuh", 0, 0, false},
    {"nothing budgeted any more", "T08", {LT(RENT, 700, 0, 0, "Tiket pesawat")}, "patuh", 0, 0, false},
    {"capital spending is not looked at", "T08", {LT("5.2.02.05.02.0001", 0, 700, 0, "Mebel penginapan")}, "patuh", 0, 0, false},
    {"no text to look at", "T08", {L(RENT, 0, 700, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row may be one", "T08", {LT(POWER, 1, 1, 1, "Listrik"), {.account = RENT, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    {"a hit beside a rejected row", "T08", {LT(RENT, 0, 700, 0, "Tiket"), {.account = RENT, .rejected = true}}, "perlu_pertimbangan", 700, 0, false},
    {"only the realisation is known", "T08", {LT(RENT, NONE, NONE, 300, "Tiket")}, "perlu_pertimbangan", 300, 0, false},
    /* T09: travel cut by 100, hotel, cars and meals up by 60 = 60 % */
    {"100 cut, 60 up", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 30, 0), L(RENT, 10, 30, 0), L(MEALS, 50, 60, 0)}, "perlu_pertimbangan", 60, 0, false},
    {"25.00 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2500, 0)}, "patuh", 2500, 0, false},
    {"25.01 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2501, 0)}, "perlu_pertimbangan", 2501, 0, false},
    {"a hair above 25 %", "T09", {L(TRAVEL, 20000000, 10000000, 0), L(HOTEL, 0, 2500001, 0)}, "perlu_pertimbangan", 2500001, 0, false},
    {"24.99 %", "T09", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 2499, 0)}, "patuh", 2499, 0, false},
    {"an account that fell hides no other", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 60, 0), L(MEALS, 50, 0, 0)}, "perlu_pertimbangan", 60, 0, false},
    {"moved between sub kegiatan", "T09",
     {L(TRAVEL, 200, 100, 0), L(MEALS, 60, 0, 0), {.account = MEALS, .of = {0, 60, 0}, .activity = "1.02.02.2.02.0001"}}, "patuh", 0, 0, false},
    {"travel was not cut", "T09", {L(TRAVEL, 100, 100, 0), L(HOTEL, 0, 60, 0)}, "tidak_berlaku", NONE, 0, false},
    {"no travel at all", "T09", {L(HOTEL, 0, 60, 0)}, "tidak_berlaku", NONE, 0, false},
    {"another account rose", "T09", {L(TRAVEL, 200, 100, 0), L(MEDICINE, 0, 60, 0)}, "patuh", 0, 0, false},
    {"no original budget", "T09", {L(TRAVEL, NONE, 100, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a neighbour without its original budget", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, NONE, 60, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T09a: the smaller is at least 80 % of the larger */
    {"79.99 %", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 7999, 0)}, "patuh", 0, 0, false},
    {"80.00 %", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 8000, 0)}, "perlu_pertimbangan", 8000, 0, false},
    {"the rise is the larger one, 80.00 %", "T09a", {L(TRAVEL, 16000, 8000, 0), L(HOTEL, 0, 10000, 0)}, "perlu_pertimbangan", 10000, 0, false},
    {"the rise is the larger one, 79.99 %", "T09a", {L(TRAVEL, 15998, 7999, 0), L(HOTEL, 0, 10000, 0)}, "patuh", 0, 0, false},
    {"one of two accounts is alike", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 9000, 0), L(COURSE, 0, 90000, 0)}, "perlu_pertimbangan", 9000, 0,
     false},
    {"two accounts together are alike", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 5000, 0), L(COURSE, 0, 4000, 0)}, "perlu_pertimbangan", 9000, 0,
     false},
    {"in another sub kegiatan", "T09a", {L(TRAVEL, 20000, 10000, 0), {.account = HOTEL, .of = {0, 9000, 0}, .activity = "1.02.02.2.02.0001"}}, "patuh", 0, 0,
     false},
    {"two accounts alone are alike, the larger first", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, 0, 9000, 0), L(COURSE, 0, 8500, 0)}, "perlu_pertimbangan", 9000, 0,
     false},
    {"one of two accounts is alike, to the sen", "T09a", {L(TRAVEL, 2, 1, 0), L(HOTEL, 0, 1, 0), L(COURSE, 0, 90000, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"a neighbour without its original budget", "T09a", {L(TRAVEL, 20000, 10000, 0), L(HOTEL, NONE, 9000, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"an account above the class", "T09a", {{.account = "5.1.02.04.01.0001.0001", .of = {20000, 10000, 0}}, L(HOTEL, 0, 9000, 0)}, "perlu_pertimbangan", 9000, 0, false},
    {"both sides, the larger budget first", "T09", {L(TRAVEL, 100, 50, 0), L("5.1.02.04.01.0003", 300, 250, 0), L(PACKAGE, 900, 900, 0), L(HOTEL, 0, 30, 0), L(MEALS, 9, 60, 0), L(GUESTS, 9, 9, 0)}, "perlu_pertimbangan", 81, 0, false},
    {"neighbours that rose in one sub kegiatan and fell in another", "T09",
     {L(TRAVEL, 100, 50, 0), L(HOTEL, 0, 40, 0), L(MEALS, 9, 0, 0), {.account = HOTEL, .of = {7, 7, 0}, .activity = "1.02.02.2.02.0001"}, {.account = MEALS, .of = {0, 9, 0}, .activity = "1.02.02.2.02.0001"}},
     "perlu_pertimbangan", 40, 0, false},
    {"flat neighbours", "T09", {L(TRAVEL, 200, 100, 0), L(HOTEL, 60, 60, 0)}, "patuh", 0, 0, false},
    {"no sub kegiatan", "T09a", {{.account = TRAVEL, .of = {20000, 10000, 0}, .activity = ""}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T10 */
    {"packages up", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 11, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"packages flat", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 10, 0)}, "patuh", 0, 0, false},
    {"packages down", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 10, 9, 0)}, "patuh", -1, 0, false},
    {"no packages", "T10", {L(TRAVEL, 100, 50, 0)}, "tidak_berlaku", NONE, 0, false},
    {"packages that were and are nothing", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 0, 0, 0)}, "tidak_berlaku", NONE, 0, false},
    {"packages that were nothing", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 0, 5, 0), L(PACKAGE, 0, 7, 0)}, "perlu_pertimbangan", 12, 0, false},
    {"packages cut to nothing", "T10", {L(TRAVEL, 100, 50, 0), L(PACKAGE, 5, 0, 0)}, "patuh", -5, 0, false},
    {"packages without original budget", "T10", {L(PACKAGE, NONE, 9, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T11 */
    {"a comparative visit", "T11", {LT(TRAVEL, 900, 400, 0, "Studi banding ke Jawa Timur")}, "perlu_pertimbangan", 400, 0, false},
    {"a feasibility study", "T11", {LT(POWER, 900, 400, 0, "Studi kelayakan pasar")}, "patuh", 0, 0, false},
    {"cut altogether", "T11", {LT(TRAVEL, 900, 0, 0, "Studi banding ke Jawa Timur")}, "patuh", 0, 0, false},
    {"named by the sub kegiatan", "T11", {{.account = TRAVEL, .of = {900, 400, 0}, .activity_name = "Kaji Tiru Pelayanan"}}, "perlu_pertimbangan", 400, 0, false},
    {"no text at all", "T11", {L(TRAVEL, 900, 400, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* T16 */
    {"abroad", "T16", {L(ABROAD, 0, 5, 0)}, "perlu_pertimbangan", 5, 0, false},
    {"abroad, only realised", "T16", {L(ABROAD, 9, 0, 3)}, "perlu_pertimbangan", 3, 0, false},
    {"abroad, cut altogether", "T16", {L(ABROAD, 9, 0, 0)}, "patuh", 0, 0, false},
    {"inland only", "T16", {L(TRAVEL, 9, 9, 9)}, "patuh", 0, 0, false},
    {"only the original budget is known", "T16", {L(ABROAD, 9, NONE, NONE)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a rejected row abroad", "T16", {L(TRAVEL, 9, 9, 9), {.account = ABROAD, .rejected = true}}, "tidak_dapat_diuji", 0, 0, false},
    /* trends of accounts */
    {"uniforms 681 to 2,270 jt", "R02", {L(UNIFORM, JT(681), JT(2270), 0)}, "perlu_pertimbangan", JT(1589), 0, false},
    {"uniforms flat", "R02", {L(UNIFORM, JT(681), JT(681), 0)}, "patuh", 0, 0, false},
    {"uniforms one sen up", "R02", {L(UNIFORM, 681, 682, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"other goods", "R02", {L(MEDICINE, 681, 682, 0)}, "tidak_berlaku", NONE, 0, false},
    {"uniforms without original budget", "R02", {L(UNIFORM, NONE, 682, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a new grant", "S09", {L(GRANT, 0, 5, 0)}, "perlu_pertimbangan", 5, 0, false},
    {"the same grant", "S09", {L(GRANT, 5, 5, 0)}, "patuh", 0, 0, false},
    {"a grant to others", "S09", {L("5.1.05.05.01.0001", 0, 5, 0)}, "tidak_berlaku", NONE, 0, false},
    {"meals up", "S06", {L(MEALS, 5, 4, 0), L(GUESTS, 0, 2, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"meals flat", "S06", {L(MEALS, 5, 5, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"meals down", "S06", {L(MEALS, 5, 4, 0)}, "patuh", -1, 0, false},
    {"meals of schools", "S06", {L("5.1.02.01.01.0055", 5, 6, 0)}, "tidak_berlaku", NONE, 0, false},
    /* S08 */
    {"70.00 % inputs", "S08", {L(TRAVEL, 0, 4000, 0), L(MEALS, 0, 2000, 0), L(TEAM, 0, 1000, 0), L(MEDICINE, 0, 3000, 0)}, "patuh", 0, 0, false},
    {"70.01 % inputs", "S08", {L(TRAVEL, 0, 4001, 0), L(MEALS, 0, 2000, 0), L(TEAM, 0, 1000, 0), L(MEDICINE, 0, 2999, 0)}, "perlu_pertimbangan", 7001, 0,
     false},
    {"70.001 % inputs are shown as 70.01 %", "S08", {L(TRAVEL, 0, 7000100, 0), L(MEDICINE, 0, 2999900, 0)}, "perlu_pertimbangan", 7000100, 0, false},
    {"a single sen, all of it inputs", "S08", {L(TRAVEL, 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"inputs that a correction takes back", "S08", {L(TRAVEL, 0, 9, 0), L(MEDICINE, 0, -9, 0)}, "patuh", 0, 0, false},
    {"a heavy sub kegiatan with a rejected row beside another", "S08",
     {L(TRAVEL, 0, 9, 0), {.account = TRAVEL, .rejected = true}, {.account = TRAVEL, .of = {0, 7, 0}, .activity = "1.02.02.2.02.0001"}}, "perlu_pertimbangan", 7, 0, false},
    {"69.99 % inputs", "S08", {L(TRAVEL, 0, 6999, 0), L(MEDICINE, 0, 3001, 0)}, "patuh", 0, 0, false},
    {"a supporting programme", "S08", {{.account = TRAVEL, .of = {0, 9, 0}, .activity = "1.02.01.2.06.0009"}}, "patuh", 0, 0, false},
    {"no sub kegiatan code", "S08", {{.account = TRAVEL, .of = {0, 9, 0}, .activity = ""}}, "tidak_dapat_diuji", NONE, 0, false},
    {"no budget in force", "S08", {L(TRAVEL, 9, NONE, 9)}, "tidak_dapat_diuji", NONE, 0, false},
    /* R01 */
    {"health rises", "R01", {L(MEDICINE, 5, 9, 0)}, "patuh", 0, 0, false},
    {"another programme rises", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 4, 0, false},
    {"another programme, by its words", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001", .activity_name = "Koordinasi Pengendalian Inflasi Daerah"}}, "patuh", 0, 0, false},
    {"another programme rises, one of its lines by a sen", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}, {.account = POWER, .of = {5, 6, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 5, 0, false},
    {"a move within the sub kegiatan", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}, {.account = POWER, .of = {9, 5, 0}, .activity = "4.01.02.2.01.0001"}},
     "tidak_berlaku", 0, 0, false},
    {"a rise of one sen beside a move within a sub kegiatan", "R01",
     {{.account = MEDICINE, .of = {5, 6, 0}, .activity = "4.01.02.2.01.0001"}, {.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0002"},
      {.account = POWER, .of = {9, 5, 0}, .activity = "4.01.02.2.01.0002"}}, "perlu_pertimbangan", 1, 0, false},
    {"no sub kegiatan", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = ""}}, "tidak_dapat_diuji", 0, 0, false},
    {"no original budget", "R01", {L(MEDICINE, NONE, 9, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"the region", "R01", {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}}, "perlu_pertimbangan", 4, 0, true},
    {"an increase beside a sub kegiatan that cannot be compared", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}, {.account = MEDICINE, .of = {NONE, 9, 0}, .activity = "4.01.02.2.01.0002"}}, "perlu_pertimbangan", 4, 0, false},
    {"two increases outside, the larger line first", "R01",
     {{.account = MEDICINE, .of = {5, 9, 0}, .activity = "4.01.02.2.01.0001"}, {.account = POWER, .of = {5, 5, 0}, .activity = "4.01.02.2.01.0001"},
      {.account = POWER, .of = {5, 50, 0}, .activity = "4.01.02.2.01.0002"}, {.account = MEDICINE, .of = {5, 6, 0}, .activity = "1.02.02.2.02.0001"}}, "perlu_pertimbangan", 49, 0, false},
    /* R03 */
    {"cuts 100 = increases 60 + 40", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 60, 0)}, "perlu_pertimbangan", 40, 0, true},
    {"one sen up", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 1, 0)}, "perlu_pertimbangan", 99, 0, true},
    {"even", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 100, 0)}, "patuh", 0, 0, true},
    {"more increases than cuts", "R03", {L(TRAVEL, 200, 100, 0), L(HOTEL, 0, 101, 0)}, "perlu_pertimbangan", -1, 0, true},
    {"a unit without original budget", "R03", {L(TRAVEL, NONE, 100, 0)}, "tidak_dapat_diuji", 0, 0, true},
    /* T04: budget in force against the efficiency stage */
#define CUT_STAGE(amount) {.account = TRAVEL, .of = {NONE, (amount), NONE}, .stage = "Efisiensi", .past = true}
#define LATER(amount) {.account = TRAVEL, .of = {20000, (amount), 0}, .stage = "APBD Perubahan"}
    {"raised by one sen after the cut", "T04", {CUT_STAGE(5000), LATER(5001)}, "perlu_pertimbangan", 1, 0, false},
    {"as the cut left it", "T04", {CUT_STAGE(5000), LATER(5000)}, "patuh", 0, 0, false},
    {"cut further", "T04", {CUT_STAGE(5000), LATER(4999)}, "patuh", -1, 0, false},
    {"travel that the efficiency stage did not have", "T04", {{.account = POWER, .of = {NONE, 1, NONE}, .stage = "Efisiensi", .past = true}, LATER(7)}, "perlu_pertimbangan", 7, 0,
     false},
    {"the later of two efficiency stages", "T04",
     {CUT_STAGE(4000), {.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Efisiensi II", .past = true}, LATER(5000)}, "patuh", 0, 0, false},
    {"only another stage", "T04", {{.account = TRAVEL, .of = {NONE, 4000, NONE}, .stage = "Pergeseran 3", .past = true}, LATER(5000)}, "tidak_dapat_diuji", NONE, 0, true},
    {"no stage at all", "T04", {L(TRAVEL, 20000, 5000, 0)}, "tidak_dapat_diuji", NONE, 0, true},
    {"the efficiency stage is in force", "T04", {{.account = TRAVEL, .of = {20000, 5000, 0}, .stage = "Efisiensi"}}, "tidak_berlaku", NONE, 0, false},
    {"beside a line without a budget in force", "T04", {{.account = TRAVEL, .of = {20000, 5000, 0}, .stage = "Efisiensi"}, {.account = POWER, .of = {1, NONE, NONE}, .stage = "APBD Perubahan"}},
     "tidak_berlaku", NONE, 0, false},
    {"a line of another class in that stage", "T04", {CUT_STAGE(5000), {.account = POWER, .of = {NONE, 900, NONE}, .stage = "Efisiensi", .past = true}, LATER(5001)}, "perlu_pertimbangan", 1, 0, false},
    {"the earlier of two efficiency stages", "T04",
     {{.account = TRAVEL, .of = {NONE, 5000, NONE}, .stage = "Efisiensi II", .past = true}, CUT_STAGE(4000), LATER(5000)}, "patuh", 0, 0, false},
    {"a second efficiency stage in force", "T04", {CUT_STAGE(5000), {.account = TRAVEL, .of = {20000, 5001, 0}, .stage = "Efisiensi II"}}, "perlu_pertimbangan", 1, 0, false},
    {"a rejected row of another class in that stage", "T04", {CUT_STAGE(5000), {.account = POWER, .rejected = true, .stage = "Efisiensi", .past = true}, LATER(5001)}, "perlu_pertimbangan", 1, 0, false},
    {"travel that the stage had and that is gone", "T04", {CUT_STAGE(5000), {.account = POWER, .of = {1, 1, 0}, .stage = "APBD Perubahan"}}, "patuh", -5000, 0, false},
    {"a stage between", "T04", {CUT_STAGE(5000), {.account = TRAVEL, .of = {NONE, 1, NONE}, .stage = "Pergeseran 3", .past = true}, LATER(5001)}, "perlu_pertimbangan", 1, 0, false},
    {"a rejected row of no kind in that stage", "T04", {CUT_STAGE(5000), {.account = "", .rejected = true, .stage = "Efisiensi", .past = true}, LATER(5001)}, "tidak_dapat_diuji", NONE, 0, false},
    {"only a rejected row in that stage", "T04", {{.account = TRAVEL, .rejected = true, .stage = "Efisiensi", .past = true}, {.account = POWER, .of = {1, 1, 1}, .stage = "Perubahan"}}, "tidak_dapat_diuji",
     NONE, 0, false},
    {"the original budget is named too", "T04", {CUT_STAGE(5000), {.account = TRAVEL, .of = {20000, NONE, NONE}, .stage = "Murni"}, LATER(5001)}, "perlu_pertimbangan", 1, 0, false},
    {"a rejected row of that stage", "T04", {CUT_STAGE(5000), {.account = TRAVEL, .rejected = true, .stage = "Efisiensi", .past = true}, LATER(5001)}, "tidak_dapat_diuji", NONE, 0,
     false},
    {"neither then nor now", "T04", {{.account = POWER, .of = {NONE, 1, NONE}, .stage = "Efisiensi", .past = true}, {.account = POWER, .of = {1, 1, 1}, .stage = "Perubahan"}},
     "tidak_berlaku", NONE, 0, false},
    /* P02 */
    {"two documents, one payment", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Perjalanan dinas"), P(TRAVEL, 500, "D2", "SRI", 3, "perjalanan  dinas")}, "perlu_pertimbangan", 500, 0, false},
    {"three documents", "P02", {P(TRAVEL, 5, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 5, "D2", "Sri", 3, "Dinas"), P(TRAVEL, 5, "D3", "Sri", 3, "Dinas")}, "perlu_pertimbangan", 10, 0, false},
    {"two rows of one document", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "d 1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D 1", "Sri", 3, "Dinas")},
     "perlu_pertimbangan", 500, 0, false},
    {"one document only", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D1", "Sri", 3, "Dinas")}, "patuh", 0, 0, false},
    {"one sen apart", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 501, "D2", "Sri", 3, "Dinas")}, "patuh", 0, 0, false},
    {"no remark", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D2", "Sri", 3, "")}, "tidak_dapat_diuji", NONE, 0, false},
    {"no document of one payment", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "", "Sri", 3, "Dinas")}, "tidak_dapat_diuji", NONE, 0, false},
    {"documents in another order", "P02",
     {P(TRAVEL, 9, "D1", "Sri", 3, "Lain"), P(TRAVEL, 500, "D2", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D2", "Sri", 3, "Dinas")},
     "perlu_pertimbangan", 500, 0, false},
    {"two groups", "P02",
     {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D2", "Sri", 3, "Dinas"), P(TEAM, 30, "D3", "Adi", 4, "Tim"), P(TEAM, 30, "D4", "Adi", 4, "Tim"), P(TEAM, 30, "D5", "Adi", 5, "Tim")},
     "perlu_pertimbangan", 530, 0, false},
    {"nothing was paid", "P02", {{.account = TRAVEL, .of = {5, 5, 0}, .document = "D1", .payee = "Sri", .text = "Dinas"}}, "tidak_berlaku", 0, 0, false},
    {"a rejected payment", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    {"another payee", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D2", "Budi", 3, "Dinas")}, "patuh", 0, 0, false},
    {"another account", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TEAM, 500, "D2", "Sri", 3, "Dinas")}, "patuh", 0, 0, false},
    {"instalments that name their months", "P02", {P(TEAM, 500, "D1", "Sri", 4, "Honor bulan Januari"), P(TEAM, 500, "D2", "Sri", 4, "Honor bulan Februari")}, "patuh", 0, 0, false},
    {"the same month named twice, paid in two", "P02", {P(TEAM, 500, "D1", "Sri", 4, "Honor bulan Januari"), P(TEAM, 500, "D2", "Sri", 5, "Honor bulan Januari")},
     "perlu_pertimbangan", 500, 0, false},
    {"instalments that name no month", "P02", {P(TEAM, 500, "D1", "Sri", 4, "Honor tim"), P(TEAM, 500, "D2", "Sri", 5, "Honor tim")}, "patuh", 0, 0, false},
    {"paid back", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 0, "D2", "Sri", 3, "Dinas")}, "patuh", 0, 0, false},
    {"a correction below zero", "P02", {P(TRAVEL, -500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, -500, "D2", "Sri", 3, "Dinas")}, "tidak_berlaku", 0, 0, false},
    {"a payment without payee", "P02", {P(TRAVEL, 500, "D1", "Sri", 3, "Dinas"), P(TRAVEL, 500, "D2", "", 3, "Dinas")}, "tidak_dapat_diuji", NONE, 0, false},
    {"no column of payees", "P02", {P(TRAVEL, 500, "D1", NULL, 3, "Dinas")}, "tidak_dapat_diuji", NONE, 0, true},
    {"no column of documents", "P02", {P(TRAVEL, 500, NULL, "Sri", 3, "Dinas")}, "tidak_dapat_diuji", NONE, 0, true},
    /* P03: December > 25 %, P03a: the last quarter > 50 % */
    {"25.00 % in December", "P03", {P(TRAVEL, 7500, "D1", "", 6, ""), P(TRAVEL, 2500, "D2", "", 12, "")}, "patuh", 0, 12, false},
    {"25.01 % in December", "P03", {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, "")}, "perlu_pertimbangan", 2501, 12, false},
    {"24.99 % in December", "P03", {P(TRAVEL, 7501, "D1", "", 6, ""), P(TRAVEL, 2499, "D2", "", 12, "")}, "patuh", 0, 12, false},
    {"a class that is not limited", "P03", {P("5.1.01.01.01.0001", 1, "D1", "", 6, ""), P("5.1.01.01.01.0001", 999, "D2", "", 12, "")}, "tidak_berlaku", NONE, 12, false},
    {"each class by itself", "P03", {P(TRAVEL, 9000, "D1", "", 6, ""), P(TEAM, 10, "D2", "", 12, "")}, "perlu_pertimbangan", 10, 12, false},
    {"November", "P03", {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, "")}, "tidak_berlaku", NONE, 11, true},
    {"no month stated", "P03", {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, "")}, "tidak_dapat_diuji", NONE, 0, true},
    {"no dates", "P03", {L(TRAVEL, 1, 1, 1)}, "tidak_dapat_diuji", NONE, 12, true},
    {"a line without a date", "P03", {P(TRAVEL, 7500, "D1", "", 6, ""), P(TRAVEL, 2500, "D2", "", 12, ""), P(TRAVEL, 1, "D3", "", 0, "")}, "tidak_dapat_diuji", NONE, 12, false},
    {"a line of another year", "P03",
     {P(TRAVEL, 1, "D1", "", 6, ""), {.account = TRAVEL, .of = {NONE, NONE, 9}, .document = "D2", .month = 12, .year = 2024}}, "tidak_dapat_diuji", NONE, 12, false},
    {"a rejected row of the class", "P03", {P(TRAVEL, 7499, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, ""), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 12, false},
    {"a rejected row of another class beside the pile", "P03",
     {P(TRAVEL, 1, "D1", "", 6, ""), P(TRAVEL, 2501, "D2", "", 12, ""), {.account = "5.1.02.02.12.0003", .rejected = true}}, "perlu_pertimbangan", 2501, 12, false},
    {"a line that was not paid beside the pile", "P03", {P(TRAVEL, 1, "D1", "", 6, ""), P(TRAVEL, 70, "D2", "", 12, ""), {.account = TRAVEL, .of = {5, 5, NONE}, .document = "D3", .month = 12}}, "perlu_pertimbangan",
     70, 12, false},
    {"two classes, a payment of nothing", "P03",
     {P(TRAVEL, 1, "D1", "", 6, ""), P(TRAVEL, 70, "D2", "", 12, ""), P(TRAVEL, 0, "D3", "", 12, ""), P(TRAVEL, 90, "D4", "", 12, ""), P(TEAM, 1, "D5", "", 6, ""), P(TEAM, 9, "D6", "", 12, "")},
     "perlu_pertimbangan", 169, 12, false},
    {"paid back more than paid", "P03", {P(TRAVEL, -9, "D1", "", 6, ""), P(TRAVEL, 8, "D2", "", 12, "")}, "patuh", 0, 12, false},
    {"paid back as much as paid", "P03", {P(TRAVEL, -9, "D1", "", 6, ""), P(TRAVEL, 9, "D2", "", 12, "")}, "patuh", 0, 12, false},
    {"50.00 % in the last quarter", "P03a", {P(TRAVEL, 5000, "D1", "", 9, ""), P(TRAVEL, 5000, "D2", "", 10, "")}, "patuh", 0, 12, false},
    {"50.01 % in the last quarter", "P03a", {P(TRAVEL, 4999, "D1", "", 9, ""), P(TRAVEL, 5001, "D2", "", 10, "")}, "perlu_pertimbangan", 5001, 12, false},
    {"49.99 % in the last quarter", "P03a", {P(TRAVEL, 5001, "D1", "", 9, ""), P(TRAVEL, 4999, "D2", "", 10, "")}, "patuh", 0, 12, false},
    {"no dates", "P03a", {L(TRAVEL, 1, 1, 1)}, "tidak_dapat_diuji", NONE, 12, true},
    /* P05: more than 60 % of ten payments and more */
#define ROUND(n) P(TRAVEL, JT(n), "D", "", 1, "")
#define ODD P(TRAVEL, JT(1) + 1, "D", "", 1, "")
    {"six of ten", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(2), ROUND(3), ROUND(1), ODD, ODD, ODD, ODD}, "patuh", JT(9), 0, false},
    {"seven of ten", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(2), ROUND(3), ROUND(1), ROUND(1), ODD, ODD, ODD}, "perlu_pertimbangan", JT(10), 0, false},
    {"six of eleven", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ODD, ODD, ODD, ODD, ODD}, "patuh", JT(6), 0, false},
    {"six of ten, and a rejected row", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(2), ROUND(3), ROUND(1), ODD, ODD, ODD, ODD, {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0,
     false},
    {"seven of ten, payments of another class beside", "P05",
     {ROUND(1), ROUND(9), ROUND(1), ROUND(2), ROUND(3), ROUND(1), ROUND(1), ODD, ODD, ODD, P(TEAM, JT(4), "D", "", 1, ""), P(TRAVEL, -JT(1), "D", "", 1, "")}, "perlu_pertimbangan", JT(18), 0, false},
    {"few, and a rejected row", "P05", {ROUND(1), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    {"nine and one of a single sen", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), P(TRAVEL, 1, "D", "", 1, "")}, "perlu_pertimbangan", JT(9), 0, false},
    {"nine are too few", "P05", {ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1), ROUND(1)}, "tidak_berlaku", NONE, 0, false},
    {"payments without a document", "P05", {ROUND(1), P(TRAVEL, JT(1), "", "", 1, "")}, "tidak_dapat_diuji", NONE, 0, false},
    {"no column of documents", "P05", {P(TRAVEL, JT(1), NULL, "", 1, "")}, "tidak_dapat_diuji", NONE, 0, true},
    /* S07: SUPPORT belongs to the class of support */
#define SUPPORT "5.1.02.01.01.0024"
    {"a target that measures", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "Lama layanan", .target = "12 bulan"}}, "patuh", 0, 0, false},
    {"documents as the only unit", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "Jumlah dokumen", .target = "12 Dokumen"}}, "perlu_pertimbangan", 9, 0, false},
    {"a target of zero", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "Lama layanan", .target = "0 bulan"}}, "perlu_pertimbangan", 9, 0, false},
    {"no indicator", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "", .target = "12 bulan"}}, "perlu_pertimbangan", 9, 0, false},
    {"a report and persons", "S07",
     {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "a", .target = "1 laporan"}, {.account = SUPPORT, .of = {0, 1, 0}, .indicator = "b", .target = "20 orang"}}, "patuh", 0, 0, false},
    {"a target of ten", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "Lama layanan", .target = "9 bulan"}}, "patuh", 0, 0, false},
    {"a target of one", "S07", {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "Lama layanan", .target = "1 bulan"}}, "patuh", 0, 0, false},
    {"two sub kegiatan without", "S07",
     {{.account = SUPPORT, .of = {0, 9, 0}, .indicator = "", .target = "12 bulan"}, {.account = SUPPORT, .of = {0, 5, 0}, .indicator = "", .target = "", .activity = "1.02.02.2.02.0001"},
      {.account = TRAVEL, .of = {0, 70, 0}, .indicator = "", .target = "", .activity = "1.02.02.2.02.0001"}, {.account = SUPPORT, .of = {0, 6, 0}, .indicator = "", .target = "", .activity = "1.02.02.2.02.0001"}},
     "perlu_pertimbangan", 20, 0, false},
    {"no support", "S07", {{.account = TRAVEL, .of = {0, 9, 0}, .indicator = "", .target = ""}}, "tidak_berlaku", NONE, 0, false},
    {"support cut altogether", "S07", {{.account = SUPPORT, .of = {9, 0, 0}, .indicator = "", .target = ""}}, "patuh", 0, 0, false},
    {"neither column", "S07", {L(SUPPORT, 0, 9, 0)}, "tidak_dapat_diuji", NONE, 0, true},
    {"no budget in force", "S07", {{.account = SUPPORT, .of = {9, NONE, 9}, .indicator = "", .target = "1 orang"}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T02 */
    {"101 to 51 sen, the region", "T02", {L(TRAVEL, 101, 51, 0)}, "tidak_patuh", 1, 0, true},
    {"two units set each other off", "T02", {L(TRAVEL, 100, 60, 0), {.account = TRAVEL, .of = {100, 40, 0}, .unit = 1}}, "patuh", 0, 0, true},
    {"one unit without original budget", "T02", {L(TRAVEL, 100, 50, 0), {.account = TRAVEL, .of = {NONE, 40, 0}, .unit = 1}}, "tidak_dapat_diuji", NONE, 0, true},
    /* T03 */
    {"new travel of one sen", "T03", {L(TRAVEL, 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"travel of one sen before", "T03", {L(TRAVEL, 1, 900, 0)}, "patuh", 0, 0, false},
    {"new and without a budget", "T03", {L(TRAVEL, 0, 0, 0)}, "patuh", 0, 0, false},
    {"a new account of another class", "T03", {L(TRAVEL, 1, 1, 0), L(POWER, 0, 900, 0)}, "patuh", 0, 0, false},
    {"no original budget", "T03", {L(TRAVEL, NONE, 900, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"two new accounts and one that is not", "T03", {L(TRAVEL, 0, 7, 0), L(PACKAGE, 0, 9, 0), L(ABROAD, 5, 9, 0)}, "perlu_pertimbangan", 16, 0, false},
    {"new, and a rejected row in another account", "T03", {L(TRAVEL, 0, 7, 0), {.account = ABROAD, .rejected = true}}, "perlu_pertimbangan", 7, 0, false},
    {"new, and a rejected row in that account", "T03", {L(TRAVEL, 0, 7, 0), {.account = TRAVEL, .rejected = true}}, "tidak_dapat_diuji", NONE, 0, false},
    /* T05, T17, P01 */
    {"no realisation", "T05", {L(TRAVEL, 100, 100, NONE)}, "tidak_dapat_diuji", NONE, 0, false},
    {"one line and a rejected row of the council", "T17", {L(TRAVEL, 9, 5, 0), {.account = TRAVEL, .of = {9, 5, 0}, .unit = 1}, {.account = TRAVEL, .rejected = true, .unit = 1}}, "tidak_dapat_diuji", NONE, 0, true},
    {"one line and a rejected row of the others", "T17", {L(TRAVEL, 9, 5, 0), {.account = TRAVEL, .rejected = true}, {.account = TRAVEL, .of = {9, 5, 0}, .unit = 1}}, "tidak_dapat_diuji", NONE, 0, true},
    {"the council without original budget", "T17", {L(TRAVEL, 100, 50, 0), {.account = TRAVEL, .of = {NONE, 40, 0}, .unit = 1}}, "tidak_dapat_diuji", NONE, 0, true},
    {"one sen above the budget", "P01", {L(POWER, 0, 500, 501)}, "tidak_patuh", 1, 0, false},
    {"the whole budget", "P01", {L(POWER, 0, 500, 500)}, "patuh", 0, 0, false},
    {"a payback within the account", "P01", {L(POWER, 0, 500, 600), L(POWER, 0, 0, -100)}, "patuh", 0, 0, false},
    {"another account of the sub kegiatan has room", "P01", {L(POWER, 0, 500, 501), L(MEDICINE, 0, 900, 0)}, "tidak_patuh", 1, 0, false},
    {"beyond 64 bits", "P01", {L(POWER, 0, -INT64_MAX, INT64_MAX)}, "tidak_patuh", INT64_MAX, 0, false},
    {"two accounts above", "P01", {L(POWER, 0, 500, 501), L(MEDICINE, 0, 0, 9), L(TRAVEL, 0, 10, 10)}, "tidak_patuh", 10, 0, false},
    {"spent, and nothing known of this unit's budget", "P01", {L(POWER, 0, 500, 501), {.account = MEDICINE, .rejected = true}}, "tidak_patuh", 1, 0, false},
    {"the council had no travel", "T17", {L(TRAVEL, 100, 50, 0), {.account = TRAVEL, .of = {0, 40, 0}, .unit = 1}}, "tidak_berlaku", NONE, 0, true},
    {"only the council had travel", "T17", {L(TRAVEL, 0, 50, 0), {.account = TRAVEL, .of = {100, 40, 0}, .unit = 1}}, "tidak_berlaku", NONE, 0, true},
    {"no council", "T17", {L(TRAVEL, 100, 50, 0)}, "tidak_berlaku", NONE, 0, true},
    {"nothing but a council", "T17", {L(POWER, 1, 1, 1), {.account = TRAVEL, .of = {100, 40, 0}, .unit = 1}}, "tidak_berlaku", NONE, 0, true},
    {"a rejected row of the council", "T17", {L(TRAVEL, 100, 50, 0), {.account = TRAVEL, .rejected = true, .unit = 1}}, "tidak_dapat_diuji", NONE, 0, true},
    {"no budget in force", "P01", {L(POWER, 500, NONE, 501)}, "tidak_dapat_diuji", NONE, 0, false},
    {"no realisation", "P01", {L(POWER, 500, 500, NONE)}, "tidak_dapat_diuji", NONE, 0, false},
    {"meals without original budget", "S06", {L(MEALS, NONE, 4, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"a grant without original budget", "S09", {L(GRANT, NONE, 4, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* trends of classes */
    {"S01 up by one sen", "S01", {L("5.1.02.02.01.0047", 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S01 flat", "S01", {L("5.1.02.02.01.0047", 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"S01 down by one sen", "S01", {L("5.1.02.02.01.0047", 500, 499, 0)}, "patuh", -1, 0, false},
    {"S01 from nothing", "S01", {L("5.1.02.02.01.0047", 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S01 without original budget", "S01", {L("5.1.02.02.01.0047", NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"S02 up by one sen", "S02", {L("5.1.02.02.09.0012", 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S02 flat", "S02", {L("5.1.02.02.09.0012", 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"S02 down by one sen", "S02", {L("5.1.02.02.09.0012", 500, 499, 0)}, "patuh", -1, 0, false},
    {"S02 from nothing", "S02", {L("5.1.02.02.09.0012", 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S02 without original budget", "S02", {L("5.1.02.02.09.0012", NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"S03 up by one sen", "S03", {L("5.1.02.01.01.0026", 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S03 flat", "S03", {L("5.1.02.01.01.0026", 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"S03 down by one sen", "S03", {L("5.1.02.01.01.0026", 500, 499, 0)}, "patuh", -1, 0, false},
    {"S03 from nothing", "S03", {L("5.1.02.01.01.0026", 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S03 without original budget", "S03", {L("5.1.02.01.01.0026", NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"S04 up by one sen", "S04", {L("5.1.02.02.01.0055", 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S04 flat", "S04", {L("5.1.02.02.01.0055", 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"S04 down by one sen", "S04", {L("5.1.02.02.01.0055", 500, 499, 0)}, "patuh", -1, 0, false},
    {"S04 from nothing", "S04", {L("5.1.02.02.01.0055", 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S04 without original budget", "S04", {L("5.1.02.02.01.0055", NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"S05 up by one sen", "S05", {L(COURSE, 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S05 flat", "S05", {L(COURSE, 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"S05 down by one sen", "S05", {L(COURSE, 500, 499, 0)}, "patuh", -1, 0, false},
    {"S05 from nothing", "S05", {L(COURSE, 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"S05 without original budget", "S05", {L(COURSE, NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    {"H14 up by one sen", "H14", {L(TEAM, 500, 501, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"H14 flat", "H14", {L(TEAM, 500, 500, 0)}, "perlu_pertimbangan", 0, 0, false},
    {"H14 down by one sen", "H14", {L(TEAM, 500, 499, 0)}, "patuh", -1, 0, false},
    {"H14 from nothing", "H14", {L(TEAM, 0, 1, 0)}, "perlu_pertimbangan", 1, 0, false},
    {"H14 without original budget", "H14", {L(TEAM, NONE, 500, 0)}, "tidak_dapat_diuji", NONE, 0, false},
    /* data */
    {"an original budget", "Q01", {L(TRAVEL, 1, 1, 1)}, "patuh", NONE, 0, false},
    {"no original budget", "Q01", {L(TRAVEL, NONE, 1, 1)}, "tidak_dapat_diuji", NONE, 0, false},
    {"an account of the chart", "Q04", {L(TRAVEL, 1, 1, 1)}, "patuh", NONE, 0, true},
    {"an account of one level that nobody knows", "Q04", {L("9", 1, 1, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"the first account of the chart", "Q04", {L("5", 1, 1, 1)}, "patuh", NONE, 0, true},
    {"a level below the chart", "Q04", {L("5.1.02.04.01.0001.0007", 1, 1, 1)}, "patuh", NONE, 0, true},
    {"two levels below the chart", "Q04", {L("5.1.02.04.01.0001.0007.01", 1, 1, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"a rejected row of such an account", "Q04", {L(TRAVEL, 1, 1, 1), {.account = "5.1.02.77.01.0001", .rejected = true}}, "patuh", NONE, 0, true},
    {"several such accounts, the largest first", "Q04", {L("5.1.02.77.01.0001", 9, 1, 1), L("5.1.02.78.01.0001", 9, 3, 1), L("5.1.02.77.01.0001", 9, 2, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"accounts of which only the original budget is known", "Q04", {L("5.1.02.77.01.0001", 9, NONE, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"a line without an account", "Q04", {L(TRAVEL, 1, 1, 1), {.account = "", .of = {1, 1, 1}, .text = "xyzzy"}}, "patuh", NONE, 0, true},
    {"an account that nobody knows", "Q04", {L("5.1.02.77.01.0001", 1, 1, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"rows that are no lines", "Q03", {L(TRAVEL, 1, 1, 1)}, "patuh", NONE, 0, true},
    {"a collective account", "Q11", {L("5.1.02.99.99.9999", 1, 1, 1)}, "perlu_pertimbangan", NONE, 0, false},
    {"two lines of a collective account behind another", "Q11", {L(TRAVEL, 1, 1, 1), L("5.1.02.99.99.9999", 1, 1, 1), L("5.1.02.99.99.9999", 2, 2, 2)}, "perlu_pertimbangan", NONE, 0, false},
    {"no collective account", "Q11", {L(TRAVEL, 1, 1, 1)}, "tidak_berlaku", NONE, 0, false},
    {"a date of this year", "Q10", {{.account = TRAVEL, .of = {1, 1, 1}, .month = 1}}, "patuh", NONE, 0, true},
    {"no dates at all", "Q10", {L(TRAVEL, 1, 1, 1)}, "tidak_dapat_diuji", NONE, 0, true},
    {"nothing handed in twice", "Q08", {L(TRAVEL, 1, 1, 1)}, "patuh", NONE, 0, true},
    {"no repeated amount", "Q07", {L(TRAVEL, 1, 1, 1)}, "patuh", NONE, 0, true},
    {"a negative amount", "Q06", {L(TRAVEL, 5, 5, -1)}, "perlu_pertimbangan", NONE, 0, true},
    {"a negative amount beside a rejected row", "Q06", {L(TRAVEL, 5, -5, 1), {.account = TRAVEL, .rejected = true}, L(TRAVEL, -5, 5, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"an empty amount", "Q06", {L(TRAVEL, 5, 5, 1), L(TRAVEL, 5, 5, NONE)}, "perlu_pertimbangan", NONE, 0, true},
    {"an empty original budget", "Q06", {L(TRAVEL, 5, 5, 1), L(TRAVEL, NONE, 5, 1)}, "perlu_pertimbangan", NONE, 0, true},
    {"an empty amount of a later stage", "Q06", {L(TRAVEL, 5, 5, 1), {.account = TRAVEL, .of = {5, NONE, 1}, .stage = "APBD Perubahan"}}, "perlu_pertimbangan", NONE, 0, true},
    {"a row of the original budget speaks of that only", "Q06", {L(TRAVEL, 5, 5, 1), {.account = TRAVEL, .of = {5, NONE, NONE}, .stage = "Murni"}}, "patuh", NONE, 0, true},
    {"zero is no empty amount", "Q06", {L(TRAVEL, 5, 0, 0)}, "patuh", NONE, 0, true},
    {"a measure that nobody speaks of", "Q06", {L(TRAVEL, 5, 5, NONE)}, "patuh", NONE, 0, true},
    {"one form", "Q13", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"one name a code", "Q09", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"two columns of plain amounts", "Q05", {L(TRAVEL, 5, 5, NONE)}, "patuh", NONE, 0, true},
    {"plain amounts", "Q05", {L(TRAVEL, 5, 5, 5)}, "patuh", NONE, 0, true},
    {"20.00 % undecided", "Q14", {L(TRAVEL, 0, 8000, 0), {.account = "", .of = {0, 2000, 0}, .text = "xyzzy", .activity = ""}}, "patuh", 2000, 0, true},
    {"20.01 % undecided", "Q14", {L(TRAVEL, 0, 7999, 0), {.account = "", .of = {0, 2001, 0}, .text = "xyzzy", .activity = ""}}, "perlu_pertimbangan", 2001, 0,
     true},
    {"three undecided lines, the largest first", "Q14",
     {L(TRAVEL, 0, 1000, 0), {.account = "", .of = {0, 5, 0}, .text = "xyzzy"}, {.account = "", .of = {0, 900, 0}, .text = "xyzzy"}, {.account = "", .of = {0, 70, 0}, .text = "xyzzy"}},
     "perlu_pertimbangan", 975, 0, true},
    {"one sen budgeted", "Q14", {L(TRAVEL, 0, 1, 0)}, "patuh", 0, 0, true},
    {"nothing budgeted", "Q14", {L(TRAVEL, 0, 0, 0)}, "tidak_berlaku", 0, 0, true},
    {"19.99 % undecided", "Q14", {L(TRAVEL, 0, 8001, 0), {.account = "", .of = {0, 1999, 0}, .text = "xyzzy", .activity = ""}}, "patuh", 1999, 0, true},
};

/* What the files of a run may be, beside their lines: one line of travel, changed by `set`. */
static inline void set_reconciled(struct made *m) { m->ledger.files.at[0].reconciled = 1; }
static inline void set_unreconciled(struct made *m) { m->ledger.files.at[0].reconciled = 0; }
static inline void set_no_total(struct made *m) { m->ledger.files.at[0].reconciled = -1; }
static inline void set_assumed(struct made *m) { m->ledger.files.at[0].year_assumed = true; }
static inline void set_twice(struct made *m) { m->ledger.files.at[0].rows_excluded[EXCLUDED_DUPLICATE] = 1; }
static inline void set_repeated(struct made *m) { m->ledger.files.at[0].says = SAYS_REPEATED; }
static inline void set_refused(struct made *m)
{
    *array_push(&m->arena, &m->ledger.files) = (struct input_file){.path = S("sp2d.csv"), .says = SAYS_REPEATED};
}
static inline void set_closed_and_dated(struct made *m)
{
    *array_push(&m->arena, &m->ledger.files) = (struct input_file){.path = S("sp2d.csv"), .says = SAYS_DATE};
}
static inline void set_two_forms(struct made *m)
{
    *array_push(&m->arena, &m->ledger.files) = (struct input_file){.path = S("dua.csv"), .opened = true, .dialect = {.delimiter = ';'}};
}
static inline void set_reject(struct made *m, enum diag_kind kind) { *array_push(&m->arena, &m->ledger.rejects) = (struct reject){.kind = kind}; }
static inline void set_bad_number(struct made *m) { set_reject(m, DIAG_AMOUNT_BAD); }
static inline void set_ambiguous(struct made *m) { set_reject(m, DIAG_AMOUNT_AMBIGUOUS); }
static inline void set_mixed(struct made *m) { set_reject(m, DIAG_AMOUNT_MIXED); }
static inline void set_lost_digits(struct made *m) { set_reject(m, DIAG_AMOUNT_LOST_DIGITS); }
static inline void set_too_large(struct made *m)
{
    set_reject(m, DIAG_AMOUNT_OVERFLOW);
    set_reject(m, DIAG_AMOUNT_MISSING);
    set_reject(m, DIAG_AMOUNT_OVERFLOW);
}
static inline void set_short_name(struct made *m) { m->ledger.files.at[0].column_name[KINI] = S("P"); }
static inline void set_unread(struct made *m)
{
    made_file(m);
    made_last_file(m)->opened = false;
    made_last_file(m)->dialect.delimiter = ';';
}
static inline void set_reconciled_beside_unread(struct made *m)
{
    set_reconciled(m);
    set_unread(m);
}
static inline void set_first_unread(struct made *m)
{
    struct input_file read = m->ledger.files.at[0];
    m->ledger.files.at[0] = (struct input_file){.path = S("hilang.csv"), .dialect = {.delimiter = ','}};
    *array_push(&m->arena, &m->ledger.files) = read;
    m->ledger.lines.at[0].file = 1;
    m->ledger.lines.at[0].amounts.of[KINI].sen = 50;
}
static inline void set_silent(struct made *m)
{
    made_unit(m, "1.03.0.00", "Dinas Lain");
    made_add(m, &(struct made_line){.account = SUPPORT, .of = {0, 9, 0}});
    made_file(m);
    made_add(m, &(struct made_line){.account = SUPPORT, .of = {0, 9, 0}, .unit = 1, .indicator = "Lama layanan", .target = "12 bulan"});
}
static inline void set_missing(struct made *m) { set_reject(m, DIAG_AMOUNT_MISSING); }
static inline void set_month(struct made *m, struct date month)
{
    m->ledger.files.at[0].says = SAYS_DATE;
    *array_push(&m->arena, &m->ledger.files.at[0].months) = (struct month_sum){.month = month, .lines = 1};
}
static inline void set_last_day(struct made *m) { set_month(m, (struct date){2025, 12, 0}); }
static inline void set_other_year(struct made *m) { set_month(m, (struct date){2026, 1, 0}); }
static inline void set_no_date(struct made *m) { set_month(m, (struct date){0}); }
static inline void set_dates_of_two_files(struct made *m)
{
    set_other_year(m);
    set_no_date(m);
    made_file(m);
    made_last_file(m)->path = S("dua.csv");
    made_last_file(m)->says = SAYS_DATE;
    *array_push(&m->arena, &made_last_file(m)->months) = (struct month_sum){.month = {2024, 12, 0}, .lines = 7};
}
static inline void set_control(struct made *m, int64_t stated)
{
    *array_push(&m->arena, &m->ledger.controls) = (struct control){.measure = KINI, .stated = {stated}, .found = {100}, .has_found = true};
}
static inline void set_agrees(struct made *m) { set_control(m, 100); }
static inline void set_agrees_only_there(struct made *m)
{
    set_agrees(m);
    m->ledger.units.at[0].unreconciled = true;
}
static inline void set_differs(struct made *m) { set_control(m, 101); }
static inline void set_differs_below(struct made *m) { set_control(m, 98); }
static inline void set_differs_twice(struct made *m)
{
    set_differs(m);
    set_differs(m);
}
static inline void set_far_below(struct made *m) { set_control(m, -INT64_MAX); }
static inline void set_not_found(struct made *m)
{
    set_control(m, 0);
    m->ledger.controls.at[0].found = (struct money){0};
    m->ledger.controls.at[0].has_found = false;
}
static inline void set_other_unit(struct made *m)
{
    made_unit(m, "1.03.0.00", "Dinas Lain");
    set_control(m, 100);
    m->ledger.controls.at[0].unit = 1;
}

static const struct data_row {
    const char *name, *check;
    void (*set)(struct made *m);
    const char *verdict;
    bool unit; /* the result of the unit, not of the region */
} DATA_ROWS[] = {
    {"a file that adds up", "Q02", set_reconciled, "patuh", false},
    {"a file that adds up beside one that was not read", "Q02", set_reconciled_beside_unread, "patuh", false},
    {"a file that does not add up", "Q02", set_unreconciled, "perlu_pertimbangan", false},
    {"a file without a total", "Q02", set_no_total, "tidak_dapat_diuji", false},
    {"one form of file", "Q13", set_reconciled, "patuh", false},
    {"another form of a file that was not read", "Q13", set_unread, "patuh", false},
    {"the first file was not read", "T02", set_first_unread, "tidak_dapat_diuji", false},
    {"only the file of another unit has the columns", "S07", set_silent, "tidak_dapat_diuji", true},
    {"two forms of files", "Q13", set_two_forms, "perlu_pertimbangan", false},
    {"an amount that is no number", "Q05", set_bad_number, "perlu_pertimbangan", false},
    {"an amount that may be either", "Q05", set_ambiguous, "perlu_pertimbangan", false},
    {"an amount written another way", "Q05", set_mixed, "perlu_pertimbangan", false},
    {"an amount that lost its digits", "Q05", set_lost_digits, "perlu_pertimbangan", false},
    {"two amounts that are too large, beside another fault", "Q05", set_too_large, "perlu_pertimbangan", false},
    {"a row without an amount", "Q05", set_missing, "patuh", false},
    {"a column with a name of one letter", "Q05", set_short_name, "patuh", false},
    {"years stated", "Q12", set_reconciled, "patuh", false},
    {"a year assumed", "Q12", set_assumed, "perlu_pertimbangan", false},
    {"an amount that repeats beside another", "Q07", set_repeated, "patuh", false},
    {"only an amount that repeats", "Q07", set_refused, "perlu_pertimbangan", false},
    {"a row handed in twice", "Q08", set_twice, "perlu_pertimbangan", false},
    {"the last month of the year", "Q10", set_last_day, "patuh", false},
    {"a month of the next year", "Q10", set_other_year, "perlu_pertimbangan", false},
    {"rows of two files", "Q10", set_dates_of_two_files, "perlu_pertimbangan", false},
    {"no readable date", "Q10", set_no_date, "perlu_pertimbangan", false},
    {"the total reported elsewhere", "Q15", set_agrees, "patuh", true},
    {"the total reported elsewhere, not that of its own file", "Q15", set_agrees_only_there, "patuh", true},
    {"one sen more reported elsewhere", "Q15", set_differs, "perlu_pertimbangan", true},
    {"a difference stated twice", "Q15", set_differs_twice, "perlu_pertimbangan", true},
    {"two sen less reported elsewhere", "Q15", set_differs_below, "perlu_pertimbangan", true},
    {"beyond 64 bits", "Q15", set_far_below, "perlu_pertimbangan", true},
    {"zero reported elsewhere, nothing found", "Q15", set_not_found, "perlu_pertimbangan", true},
    {"dates in a file that was not read", "Q10", set_closed_and_dated, "tidak_dapat_diuji", false},
    {"a unit that the control file lacks", "Q15", set_other_unit, "tidak_dapat_diuji", true},
};

/* What cannot happen to a check, and why: the completeness test asks for a hit, a near miss (patuh) and an untestable case of all others. */
static const struct exempt {
    const char *check;
    bool hit, miss, untested;
    const char *why;
} EXEMPT[] = {
    {"H01", true, true, true, "program/honorarium: 300 texts and the boundaries, by an independent calculation"},
    {"H02", true, true, true, "program/honorarium"},
    {"H05", true, true, true, "program/honorarium"},
    {"H08", true, true, true, "program/honorarium"},
    {"H10", true, true, true, "program/honorarium"},
    {"H13", true, true, true, "program/honorarium"},
    {"T15", true, true, true, "program/honorarium"},
    {"Q01", false, false, true, "its hit is that nothing can be tested"},
    {"Q03", true, false, true, "it counts and never judges"},
    {"Q04", false, false, true, "accounts are looked at whatever they are"},
    {"Q05", false, false, true, "without a column of amounts it does not apply"},
    {"Q06", false, false, true, "amounts are looked at whatever they are"},
    {"Q07", false, false, true, "every file has columns"},
    {"Q08", false, false, true, "every file has rows"},
    {"Q09", false, false, true, "units are looked at whatever they are"},
    {"Q11", false, true, true, "without such accounts it does not apply"},
    {"Q12", false, false, true, "a run has its parameters"},
    {"Q13", false, false, true, "every file has a form"},
    {"Q14", false, false, true, "without a budget it does not apply"},
};

#endif
