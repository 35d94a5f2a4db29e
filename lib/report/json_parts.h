/* Between the parts of the JSON: json.c and json_local.c. Not a public header. */
#ifndef EFFCHECK_LIB_REPORT_JSON_PARTS_H
#define EFFCHECK_LIB_REPORT_JSON_PARTS_H

#include "effcheck/audit.h"
#include "json_writer.h"

/* Members murni, kini, realisasi; null where a measure is absent. */
void json_amounts(struct json *json, const struct amounts *amounts);
/* Members overrides, policy, caps, rates, scopes, review. */
void json_local(struct json *json, const struct audit *audit);

#endif
