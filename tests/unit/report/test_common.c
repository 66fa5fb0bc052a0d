#include "report/common.h"

#include "report/registry.h"
#include "unit/report/fixture_report.h"

/* ---- requests ---- */

static ims_status check(const ims_request *request, fixture_diags *diags)
{
  imsi_reporter reporter;
  imsi_reporter_init(&reporter, fixture_sink(diags));
  const ims_status status = imsi_request_check(&imsi_report_correlate, request, &reporter);
  imsi_reporter_free(&reporter);
  return status;
}

Test(common, what_a_report_needs_must_be_given)
{
  fixture_diags diags = { 0 };
  cr_expect_eq(check(WIDE({ "pivot", "a" }, { "other", "b" }), &diags), IMS_OK);
  cr_expect_eq(check(WIDE({ "pivot", "a" }, { "level", "clause" }), &diags), IMS_INVALID);
  cr_expect_eq(check(&(ims_request){ 0 }, &diags), IMS_INVALID);
  cr_expect_str_eq(fixture_messages(&diags),
                   "0:0 'correlate' needs to be told: a standard to set beside it\n"
                   "0:0 'correlate' needs to be told: the standard whose clauses make the rows\n");
  fixture_diags_free(&diags);
}

/* ---- provenance ---- */

Test(common, bases_come_once_and_places_all)
{
#define BASED(number, basis) "<relation source='" number "' is='equal' target='" number "'" basis "/>\n"
#define FOUR CLAUSE("1", "", "") CLAUSE("2", "", "") CLAUSE("3", "", "") CLAUSE("4", "", "")
  ims_model *model = fixture_model(DOC(BASES EDITION("a:1", FOUR) EDITION("b:1", FOUR) MAPPING(
      "a:1", "b:1", BASED("1", " basis='b2'") BASED("2", "") BASED("3", " basis='b1'") BASED("4", " basis='b2'"))));
  imsi_vec rows = IMSI_VEC(uint32_t);
  for (uint32_t i = 0; i < 4; i++)
    cr_assert_eq(imsi_vec_push(&rows, &i), IMS_OK);
  imsi_strbuf bases = { 0 }, places = { 0 };
  imsi_name_bases(model, &rows, &bases);
  imsi_name_places(model, &rows, &places);
  cr_expect_str_eq(imsi_strbuf_string(&bases), "b2 b1");
  cr_expect_str_eq(imsi_strbuf_string(&places), "test.xml:6\ntest.xml:7\ntest.xml:8\ntest.xml:9");
  imsi_strbuf_free(&bases);
  imsi_strbuf_free(&places);
  imsi_vec_free(&rows);
  ims_model_free(model);
#undef BASED
#undef FOUR
}
