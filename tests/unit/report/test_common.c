#include "report/common.h"

#include "report/registry.h"
#include "unit/report/fixture_report.h"

/* ---- requests ---- */

Test(common, a_value_is_found_by_name_and_place)
{
  const ims_request *request = WIDE({ "pivot", "a" }, { "other", "b" }, { "reverse", NULL }, { "other", "c" });
  cr_expect_str_eq(imsi_request_value(request, "pivot", 0), "a");
  cr_expect_str_eq(imsi_request_value(request, "other", 0), "b");
  cr_expect_str_eq(imsi_request_value(request, "other", 1), "c");
  cr_expect_null(imsi_request_value(request, "other", 2));
  cr_expect_null(imsi_request_value(request, "level", 0));
  cr_expect_null(imsi_request_value(request, "reverse", 0));
}

Test(common, a_flag_is_given_or_not)
{
  const ims_request *request = WIDE({ "reverse", NULL });
  cr_expect(imsi_request_has(request, "reverse"));
  cr_expect_not(imsi_request_has(request, "level"));
  cr_expect_not(imsi_request_has(&(ims_request){ 0 }, "reverse"));
}

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

/* ---- names ---- */

/* Two levels without a title, a number and a title that nobody has seen, and words of all kinds. */
#define TITLES                                                                                                         \
  DOC("<edition id='a:1' name='A'>"                                                                                    \
      "<term id='incident' name='incident'><gist>something goes wrong</gist></term>"                                   \
      "<clause number='4' title='Context' force='requirement'/>"                                                       \
      "<clause number='4.1' parent='4' force='requirement' unconfirmed='number'/>"                                     \
      "<clause number='4.1.1' parent='4.1' force='requirement'/>"                                                      \
      "<clause number='4.2' title='Parties' parent='4' force='requirement' unconfirmed='title'>"                       \
      "<provision id='1'><gist>Know them.</gist><item id='a'>all of them</item></provision></clause>"                  \
      "<clause number='5' force='requirement'/></edition>\n")

static void expect_name(void name(const ims_model *model, ims_node node, imsi_strbuf *text), const char *reference,
                        const char *expected)
{
  ims_model *model = fixture_model(TITLES);
  imsi_strbuf text = { 0 };
  imsi_strbuf_text(&text, "> ");
  name(model, fixture_node(model, reference), &text);
  cr_assert_eq(strncmp(imsi_strbuf_string(&text), "> ", 2), 0, "names are appended");
  cr_expect_str_eq(imsi_strbuf_string(&text) + 2, expected, "%s: %s", reference, imsi_strbuf_string(&text));
  imsi_strbuf_free(&text);
  ims_model_free(model);
}

Test(common, an_untitled_clause_goes_by_the_nearest_title_above)
{
  expect_name(imsi_name_title, "a:1/4", "Context");
  expect_name(imsi_name_title, "a:1/4.1", "(Context)");
  expect_name(imsi_name_title, "a:1/4.1.1", "(Context)");
  expect_name(imsi_name_title, "a:1/5", "(untitled)");
}

Test(common, a_label_says_what_is_not_confirmed)
{
  expect_name(imsi_name_label, "a:1/4", "Context");
  expect_name(imsi_name_label, "a:1/4.1", "(Context) [number unconfirmed]");
  expect_name(imsi_name_label, "a:1/4.2", "Parties [title unconfirmed]");
  expect_name(imsi_name_label, "a:1/4.2#1", "Know them.");
  expect_name(imsi_name_label, "a:1/4.2#a", "all of them");
  expect_name(imsi_name_label, "a:1/term:incident", "incident: something goes wrong");
}

Test(common, a_reference_can_be_typed_again)
{
  expect_name(imsi_name_reference, "a:1/4.2", "a:1/4.2");
  expect_name(imsi_name_reference, "a:1/4.2#a", "a:1/4.2#a");
  expect_name(imsi_name_reference, "a:1/term:incident", "a:1/term:incident");
}

Test(common, a_place_is_file_and_line)
{
  imsi_strbuf text = { 0 };
  imsi_name_place((ims_pos){ "relations/a.xml", 120, 7, NULL }, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "relations/a.xml:120");
  imsi_strbuf_free(&text);
}

Test(common, a_place_in_a_sheet_is_a_cell)
{
  imsi_strbuf text = { 0 };
  imsi_name_place((ims_pos){ "register.xlsx", 7, 2, "My plan" }, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "register.xlsx:'My plan'!B7");
  imsi_strbuf_free(&text);
}

Test(common, an_edition_is_named_with_what_limits_it)
{
  static const struct {
    const char *attributes, *name;
  } cases[] = {
    { "name='ISO 9'", "ISO 9" },
    { "name='ISO 9' title='Quality'", "ISO 9, Quality" },
    { "name='ISO 9' status='current'", "ISO 9" },
    { "name='ISO 9' status='planned'", "ISO 9 (planned)" },
    { "name='ISO 9' status='transition'", "ISO 9 (transition)" },
    { "name='ISO 9' status='withdrawn'", "ISO 9 (withdrawn)" },
    { "name='ISO 9' title='Quality' status='superseded' provisional='yes'",
      "ISO 9, Quality (data provisional) (superseded)" },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    char xml[256];
    imsi_strbuf text = { 0 };
    snprintf(xml, sizeof xml, "<imsmap version='1'><edition id='a:1' %s/></imsmap>", cases[i].attributes);
    ims_model *model = fixture_model(xml);
    imsi_name_edition(fixture_edition(model, "a:1"), &text);
    cr_expect_str_eq(imsi_strbuf_string(&text), cases[i].name, "%s: %s", cases[i].attributes,
                     imsi_strbuf_string(&text));
    imsi_strbuf_free(&text);
    ims_model_free(model);
  }
}

Test(common, thousandths_become_decimals_without_zeros_at_the_end)
{
  static const struct {
    int thousandths;
    const char *text;
  } cases[] = { { 0, "0" },     { 1, "0.001" },   { 10, "0.01" },   { 100, "0.1" }, { 850, "0.85" },
                { 500, "0.5" }, { 999, "0.999" }, { 505, "0.505" }, { 1000, "1" } };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_strbuf text = { 0 };
    imsi_name_share(cases[i].thousandths, &text);
    cr_expect_str_eq(imsi_strbuf_string(&text), cases[i].text, "%s", imsi_strbuf_string(&text));
    imsi_strbuf_free(&text);
  }
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

/* ---- closing ---- */

/* Closes a document and expects these messages. */
static void expect_closed(const char *xml, const char *messages)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  imsi_closure *closure = NULL;
  ims_model *model = fixture_model(xml);
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  cr_expect_eq(imsi_report_close(model, &reporter, &closure), IMS_OK);
  cr_expect_not_null(closure);
  cr_expect_str_eq(fixture_messages(&diags), messages, "got\n%s", fixture_messages(&diags));
  for (size_t i = 0; i < diags.count; i++)
    cr_expect_str_eq(diags.list[i].file, "test.xml");
  imsi_closure_free(closure);
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

Test(common, what_contradicts_itself_is_warned_of_with_the_rows)
{
  expect_closed(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", ""))
                        MAPPING("a:1", "b:1", ROW("4", "subset", "5")) MAPPING("b:1", "a:1", ROW("5", "subset", "4"))),
                "8:1 what is said of 'a:1/4' and 'b:1/5' cannot all be true\n5:1 the relation is here\n");
}

Test(common, closing_what_fits_reports_nothing)
{
  expect_closed(DOC(EDITION("a:1", CLAUSE("4", "", "")) EDITION("b:1", CLAUSE("5", "", "")) MAPPING(
                    "a:1", "b:1", ROW("4", "subset", "5")) MAPPING("b:1", "a:1", ROW("5", "superset", "4"))),
                "");
}
