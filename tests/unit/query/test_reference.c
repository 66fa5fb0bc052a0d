#include "query/reference.h"

#include "ims/report.h"
#include "unit/fixture_model.h"

#define CLAUSE(number) "<clause number='" number "' force='requirement'/>"

static const char standards[] = DOC("<edition id='9001:2008' name='x'>" CLAUSE(
    "4") "</edition>"
         "<edition id='9001:2015' name='x' default='yes'><clause number='9.3.2' force='requirement'><provision id='1'>"
         "<gist>x</gist><item id='d'>x</item></provision></clause>" CLAUSE("4") CLAUSE("4.1") CLAUSE(
             "10.2") "</edition>"
                     "<edition id='27001:2013' name='x'>" CLAUSE("A.9.2.3") CLAUSE(
                         "A.5.1") "</edition>"
                                  "<edition id='27001:2022' name='x' default='yes'>" CLAUSE("A.5.1") CLAUSE("A.5.19")
                                        CLAUSE("A.5.2") CLAUSE("A.8.1")
                                            CLAUSE("6.1.3") "</edition>"
                                                            "<edition id='20000-1:2018' name='x'>" CLAUSE(
                                                                "8.7.3") "</edition>"
                                                                         "<edition id='own:1' name='x'>" CLAUSE(
                                                                             "1") "</edition><edition id='own:2' "
                                                                                  "name='x'>" CLAUSE("1") "</edition>");

static ims_model *model;

static void set_up(void)
{
  model = fixture_model(standards);
}

static void tear_down(void)
{
  ims_model_free(model);
}

TestSuite(reference, .init = set_up, .fini = tear_down);

/* "27001:2022/A.5.1", or what was reported. */
static void expect_node(const char *reference, const char *expected)
{
  fixture_diags diags = { 0 };
  ims_node node = { 12345 };
  char got[FIXTURE_MESSAGE];
  const ims_status status = ims_find_node(model, reference, fixture_sink(&diags), &node);
  if (status == IMS_OK) {
    snprintf(got, sizeof got, "%s/%s", ims_node_edition(model, node)->id, ims_node_name(model, node));
    cr_expect_eq(diags.count, 0);
  } else {
    cr_expect_eq(status, IMS_NOT_FOUND, "%s", reference);
    cr_expect_eq(node.index, 12345, "outputs are untouched on failure");
    cr_assert_eq(diags.count, 1, "%s", reference);
    snprintf(got, sizeof got, "%s [%s]", diags.list[0].text, ims_diag_code(diags.list[0].id));
  }
  cr_expect_str_eq(got, expected, "%s: %s", reference, got);
  fixture_diags_free(&diags);
}

static void expect_edition(const char *text, const char *expected)
{
  fixture_diags diags = { 0 };
  imsi_reporter reporter;
  const ims_edition *edition = NULL;
  imsi_reporter_init(&reporter, fixture_sink(&diags));
  const ims_status status = imsi_reference_edition(model, text, strlen(text), &reporter, &edition);
  cr_expect_eq(status, edition ? IMS_OK : IMS_NOT_FOUND);
  cr_expect_str_eq(edition ? edition->id : diags.list[0].text, expected, "%s: %s", text,
                   edition ? edition->id : diags.list[0].text);
  imsi_reporter_free(&reporter);
  fixture_diags_free(&diags);
}

Test(reference, an_id_is_its_edition)
{
  expect_edition("9001:2008", "9001:2008");
  expect_edition("27001:2013", "27001:2013");
}

Test(reference, a_standard_without_a_year_is_its_default_edition)
{
  expect_edition("9001", "9001:2015");
  expect_edition("27001", "27001:2022");
}

Test(reference, a_standard_with_one_edition_needs_no_default)
{
  expect_edition("20000-1", "20000-1:2018");
}

Test(reference, people_write_the_publisher)
{
  expect_edition("ISO 9001", "9001:2015");
  expect_edition("ISO 9001:2008", "9001:2008");
  expect_edition("ISO/IEC 27001", "27001:2022");
  expect_edition("ISO/IEC 20000-1:2018", "20000-1:2018");
  expect_node("ISO/IEC 27001/A.5.1", "27001:2022/A.5.1");
  expect_node("ISO/IEC 27001:2013/A.5.1", "27001:2013/A.5.1");
  expect_node("ISO 9001/4.1", "9001:2015/4.1");
}

Test(reference, several_editions_without_a_default_are_ambiguous)
{
  expect_edition("own", "'own' may be any of: own:1, own:2");
  expect_node("own/1", "'own' may be any of: own:1, own:2 [ambiguous-edition]");
  expect_node("own:2/1", "own:2/1");
}

Test(reference, an_unknown_standard_is_told_what_is_loaded)
{
  expect_edition("14001", "there is no standard or edition '14001'; loaded: 9001:2008, 9001:2015, 20000-1:2018, "
                          "27001:2013, 27001:2022, own:1, own:2");
  expect_edition("9001:2000", "there is no standard or edition '9001:2000'; loaded: 9001:2008, 9001:2015, "
                              "20000-1:2018, 27001:2013, 27001:2022, own:1, own:2");
  ims_model_free(model);
  model = fixture_model(DOC(""));
  expect_edition("9001", "there is no standard or edition '9001'; loaded: nothing");
}

Test(reference, part_of_a_number_is_no_standard)
{
  expect_edition("900", "there is no standard or edition '900'; loaded: 9001:2008, 9001:2015, 20000-1:2018, "
                        "27001:2013, 27001:2022, own:1, own:2");
  expect_edition("", "there is no standard or edition ''; loaded: 9001:2008, 9001:2015, 20000-1:2018, "
                     "27001:2013, 27001:2022, own:1, own:2");
}

Test(reference, clauses_provisions_and_items_are_found)
{
  expect_node("27001/A.5.19", "27001:2022/A.5.19");
  expect_node("9001:2015/9.3.2", "9001:2015/9.3.2");
  expect_node("9001/9.3.2#1", "9001:2015/9.3.2#1");
  expect_node("9001:2015/9.3.2#d", "9001:2015/9.3.2#d");
}

Test(reference, a_number_of_another_edition_says_in_which)
{
  expect_node("27001/A.9.2.3", "there is no 'A.9.2.3' in 27001:2022; it is in 27001:2013 [no-such-reference]");
  expect_node("9001:2008/10.2", "there is no '10.2' in 9001:2008; it is in 9001:2015 [no-such-reference]");
}

Test(reference, a_number_that_nobody_has_is_told_the_nearest)
{
  expect_node("27001/A.5.18", "there is no 'A.5.18' in 27001:2022; nearest: A.5.1, A.5.19, A.5.2 [no-such-reference]");
  expect_node("20000-1/8.7.4", "there is no '8.7.4' in 20000-1:2018; nearest: 8.7.3 [no-such-reference]");
}

Test(reference, an_item_is_told_the_nearest_items)
{
  expect_node("9001/9.3.2#e", "there is no '9.3.2#e' in 9001:2015; nearest: 9.3.2#1, 9.3.2#d [no-such-reference]");
}

Test(reference, an_edition_is_no_node)
{
  fixture_diags diags = { 0 };
  ims_node node = { 0 };
  cr_expect_eq(ims_find_node(model, "9001", fixture_sink(&diags), &node), IMS_NOT_FOUND);
  cr_expect_eq(diags.list[0].id, IMS_DIAG_NO_SUCH_REFERENCE);
  fixture_diags_free(&diags);
  cr_expect_eq(ims_find_node(model, "9001/", fixture_sink(&diags), &node), IMS_NOT_FOUND);
  fixture_diags_free(&diags);
}

Test(reference, an_edition_without_clauses_has_nothing_near)
{
  ims_model_free(model);
  model = fixture_model(DOC("<edition id='a:1' name='A'/>"));
  expect_node("a/4", "there is no '4' in a:1 [no-such-reference]");
}
