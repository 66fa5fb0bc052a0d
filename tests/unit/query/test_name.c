#include "query/name.h"

#include "unit/report/fixture_report.h"

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

Test(name, an_untitled_clause_goes_by_the_nearest_title_above)
{
  expect_name(imsi_name_title, "a:1/4", "Context");
  expect_name(imsi_name_title, "a:1/4.1", "(Context)");
  expect_name(imsi_name_title, "a:1/4.1.1", "(Context)");
  expect_name(imsi_name_title, "a:1/5", "(untitled)");
}

Test(name, a_label_says_what_is_not_confirmed)
{
  expect_name(imsi_name_label, "a:1/4", "Context");
  expect_name(imsi_name_label, "a:1/4.1", "(Context) [number unconfirmed]");
  expect_name(imsi_name_label, "a:1/4.2", "Parties [title unconfirmed]");
  expect_name(imsi_name_label, "a:1/4.2#1", "Know them.");
  expect_name(imsi_name_label, "a:1/4.2#a", "all of them");
  expect_name(imsi_name_label, "a:1/term:incident", "incident: something goes wrong");
}

Test(name, a_reference_can_be_typed_again)
{
  expect_name(imsi_name_reference, "a:1/4.2", "a:1/4.2");
  expect_name(imsi_name_reference, "a:1/4.2#a", "a:1/4.2#a");
  expect_name(imsi_name_reference, "a:1/term:incident", "a:1/term:incident");
}

Test(name, a_place_is_file_and_line)
{
  imsi_strbuf text = { 0 };
  imsi_name_place((ims_pos){ "relations/a.xml", 120, 7, NULL }, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "relations/a.xml:120");
  imsi_strbuf_free(&text);
}

Test(name, a_place_in_a_sheet_is_a_cell)
{
  imsi_strbuf text = { 0 };
  imsi_name_place((ims_pos){ "register.xlsx", 7, 2, "My plan" }, &text);
  cr_expect_str_eq(imsi_strbuf_string(&text), "register.xlsx:'My plan'!B7");
  imsi_strbuf_free(&text);
}

Test(name, an_edition_is_named_with_what_limits_it)
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

Test(name, thousandths_become_decimals_without_zeros_at_the_end)
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

Test(name, an_edition_goes_without_its_year_where_it_is_the_only_one_of_its_standard)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", "") EDITION("a:2", "") EDITION("ab:1", "") EDITION("b", "")));
  static const char *const expected[] = { "a:1", "a:2", "ab", "b" };
  const ims_edition *editions[4];
  for (size_t i = 0; i < 4; i++)
    editions[i] = ims_edition_at(model, i);
  for (size_t i = 0; i < 4; i++) {
    imsi_strbuf text = { 0 };
    imsi_name_among(editions, 4, i, &text);
    cr_expect_str_eq(imsi_strbuf_string(&text), expected[i]);
    imsi_strbuf_free(&text);
  }
  imsi_strbuf alone = { 0 };
  imsi_name_among(editions + 1, 3, 0, &alone);
  cr_expect_str_eq(imsi_strbuf_string(&alone), "a");
  imsi_strbuf_free(&alone);
  ims_model_free(model);
}
