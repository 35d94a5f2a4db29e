/* Between the parts of the JSON: json.c, json_follow.c and json_local.c. Not a public header. */
#ifndef EFFCHECK_LIB_REPORT_JSON_PARTS_H
#define EFFCHECK_LIB_REPORT_JSON_PARTS_H

#include "effcheck/audit.h"
#include "json_writer.h"

/* Members murni, kini, realisasi; null where a measure is absent. */
void json_amounts(struct json *json, const struct amounts *amounts);
/* Members status, age_months, previous_amount of a finding. */
void json_followed(struct json *json, const struct audit *audit, size_t finding);
/* Member follow_up. */
void json_follow_up(struct json *json, const struct audit *audit);
/* Members overrides, exceptions, policy, caps, rates, scopes, review. */
void json_local(struct json *json, const struct audit *audit);

#endif
