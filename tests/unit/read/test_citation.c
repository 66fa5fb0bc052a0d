#include "read/citation.h"

#include "unit/citation_document.h"
#include "unit/fixture_model.h"

static ims_model *model;
static imsi_citations *citations;

static void set_up(void)
{
  model = fixture_model(citation_document);
  cr_assert_eq(imsi_citations_new(model, &citations), IMS_OK);
}

static void tear_down(void)
{
  imsi_citations_free(citations);
  ims_model_free(model);
}

TestSuite(citation, .init = set_up, .fini = tear_down);

/* STANDARD[=EDITION][>MEANT]:CLAUSE, then ! for one that does not exist, ? for an unknown item, ~ for a carried one. */
static ims_status keep(void *context, const imsi_citation *found)
{
  fixture_printf(context, "%s", found->standard);
  if (found->edition)
    fixture_printf(context, "=%s", found->edition->id + strcspn(found->edition->id, ":") + 1);
  else if (found->meant)
    fixture_printf(context, ">%s", found->meant->id + strcspn(found->meant->id, ":") + 1);
  fixture_printf(context, "/%s%s%s%s", found->clause, found->node.index == IMS_NO_NODE ? "!" : "",
                 found->item_unknown ? "?" : "", found->carried ? "~" : "");
  if (found->elsewhere)
    fixture_printf(context, "(%s)", found->elsewhere->id);
  fixture_printf(context, " ");
  return IMS_OK;
}

static void expect_in(const imsi_citation_context *context, const char *text, const char *expected)
{
  ims_memory got = { 0 };
  fixture_printf(&got, "%s", "");
  cr_expect_eq(imsi_citations_read(citations, context, text, strlen(text), keep, &got), IMS_OK);
  const char *found = got.data ? got.data : "";
  cr_expect(strncmp(found, expected, strlen(expected)) == 0 && strlen(found) == strlen(expected) + (*expected != '\0'),
            "of '%s' expected '%s', got '%s'", text, expected, found);
  ims_memory_free(&got);
}

static void expect(const char *text, const char *expected)
{
  expect_in(NULL, text, expected);
}

Test(citation, the_year_says_which_edition)
{
  expect("ISO 9001:2008 7.3", "9001=2008/7.3");
  expect("ISO 9001-2008, 7.3", "9001=2008/7.3");
  expect("ISO 9001 (2008) 7.3", "9001=2008/7.3");
  expect("ISO 9001:08 7.3", "9001=2008/7.3");
  expect("ISO 9001:2015/Amd 1:2024 8.2", "9001=2015/8.2");
}

/* What is spelled plainly is read without the pattern, which takes small letters too. */
Test(citation, plain_spelling_says_the_same_as_any_other)
{
  static const char *const texts[] = {
    "ISO 9001 8.4",
    "ISO/IEC 27001 A.5.1, A.5.2",
    "ISO/IEC 20000-1:2018 8.2; ISO 9001:2015 8.4, 8.5",
    "ISO 9001:2015 8.4",
    "ISO 9001:2015 2015 8.4",
    "ISO 9001 2015 8.4",
    "ISO 9001 20.11.2018",
    "ISO 9001 8.4.2018",
    "ISO 9001 8.4-8.5",
    "ISO 9001-1 8.4",
    "ISO 9001:2099 8.4",
    "ISO 9001:20 8.4",
    "ISO 9001-20000-1 8.4",
    "ISO 9001-123 8.4",
    "ISO 90011 8.4",
    "ISO 123456 8.4",
    "ISO 9001 A.5.1",
    "ISO 9001 A.x",
    "ISO 9001 8",
    "ISO 9001 8.",
    "ISO 9001 ",
    "ISO 9001",
    "ISO ",
    "see,ISO 9001 8.4",
    "xISO 9001 8.4",
    "ISO 9001 8.4ISO 20000-1 8.2",
    ", ISO 9001 8.4 of ISO/IEC 27001 8.2",
    "ISO/IEC 27001 8.4",
    "ISO/IEC 27001 A.5.1 ISO 9001 8.4",
    "8.4 ISO 9001 8.5",
  };
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char small[64];
    ims_memory got = { 0 };
    strcpy(small, texts[i]);
    for (char *at = strstr(small, "ISO"); at; at = strstr(at, "ISO"))
      memcpy(at, "iso", 3);
    fixture_printf(&got, "%s", "");
    cr_assert_eq(imsi_citations_read(citations, NULL, small, strlen(small), keep, &got), IMS_OK);
    if (got.size)
      got.data[got.size - 1] = '\0'; /* the blank at the end */
    expect(texts[i], got.data ? got.data : "");
    ims_memory_free(&got);
  }
}

Test(citation, without_a_year_the_default_edition_is_looked_in)
{
  expect("ISO 9001 8.4", "9001>2015/8.4");
  expect("20000-1 clause 8.2", "20000-1>2018/8.2");
  expect("ISO 20000 8.2", "20000-1>2018/8.2");
}

Test(citation, a_clause_that_is_not_there_tells_the_edition_that_has_it)
{
  expect("ISO 9001:2015 7.3", "9001=2015/7.3!(9001:2008)");
  expect("ISO 9001:2015 7.9", "9001=2015/7.9!");
}

Test(citation, a_year_of_no_edition_leaves_open_where_to_look)
{
  expect("ISO 9001:1994 8.2", "9001/8.2!");
  expect("DIN EN ISO/IEC 27001:2017-06 A.5.1", "27001>2013/A.5.1");
  expect("BS EN ISO/IEC 27001:2012 A.5.1", "27001/A.5.1!");
}

Test(citation, three_levels_of_the_annex_mean_the_edition_that_has_them)
{
  expect("A.5.1.1", "27001>2013/A.5.1.1");
  expect("ISO 27001:2022 A.5.1.1", "27001=2022/A.5.1.1!(27001:2013)");
}

Test(citation, clause_or_control)
{
  expect("ISO 27001 5.1", "27001>2022/5.1");
  expect("ISO 27001 5.2", "27001>2022/A.5.2");
  expect("ISO 27001 Annex A 5.1", "27001>2022/A.5.1");
  expect("ISO 27001 control 5.1", "27001>2022/A.5.1");
  expect("ISO 27001 5.1-5.3", "27001>2022/A.5.1 27001>2022/A.5.2 27001>2022/A.5.3");
  expect("ISO 27001 Annex B 5.1", "");
  expect("ISO 27001 A.5.1 and A.5.2, clause 8.4 of ISO 9001:2015",
         "27001>2022/A.5.1 27001>2022/A.5.2 9001=2015/8.4"); /* what only the former has is not of the latter */
}

Test(citation, ranges_and_wildcards_stand_for_what_is_there)
{
  expect("ISO 9001 8.2-8.4", "9001>2015/8.2 9001>2015/8.3 9001>2015/8.4");
  expect("ISO 9001 4-9", "9001>2015/4 9001>2015/5 9001>2015/8 9001>2015/9");
  expect("ISO 9001 8.2 to 9.1", "9001>2015/8.2 9001>2015/8.3 9001>2015/8.4 9001>2015/9.1");
  expect("A.5.1-3", "27001>2022/A.5.1 27001>2022/A.5.2 27001>2022/A.5.3");
  expect("ISO 9001 8.x", "9001>2015/8.2 9001>2015/8.3 9001>2015/8.4");
  expect("ISO 9001 8.4 - 8.2", "9001>2015/8.4 9001>2015/8.2");
}

Test(citation, items)
{
  expect("8.2 b) of ISO 9001", "9001>2015/8.2(b)");
  expect("ISO 9001 8.2 (a), (c)", "9001>2015/8.2(a) 9001>2015/8.2(c)");
  expect("ISO 9001 8.2 a) to c)", "9001>2015/8.2(a) 9001>2015/8.2(b) 9001>2015/8.2(c)");
  expect("ISO 9001 8.2 - b, b1", "9001>2015/8.2(b) 9001>2015/8.2(b1)");
  expect("ISO 9001 8.2 b) 1)", "9001>2015/8.2(b1)");
  expect("ISO 9001 8.2 k)", "9001>2015/8.2(k)?");
  expect("ISO 9001 9.4 k)", "9001>2015/9.4(k)!");
  expect("ISO 9001 8.2 e 8.3", "9001>2015/8.2 9001>2015/8.3");
}

Test(citation, other_standards_end_the_reach)
{
  expect("ISO 9001 8.2, ISO 14001 8.3", "9001>2015/8.2");
  expect("ISO 42001 A.5.2", "");
  expect("ITIL 8", "");
  expect("clause 8.2 of ISO 14001", "");
}

Test(citation, a_word_lets_a_standard_reach_further)
{
  expect("ISO 9001 is met; see clause 8.2", "9001>2015/8.2~");
  expect("ISO 9001 is met. See clause 8.2", "9001>2015/8.2~");
  expect("ISO 9001 is met. See chapter 8.2", "");
  expect("ISO 9001 costs 8.2 times as much", "");
  expect("See our manual, chapter 8.2, on ISO 9001", "");
}

Test(citation, what_comes_behind_may_be_several_standards)
{
  expect("8.2 of ISO 9001 and ISO 20000-1", "9001>2015/8.2 20000-1>2018/8.2");
  expect("8.2 (ISO 9001, ISO 20000-1)", "9001>2015/8.2 20000-1>2018/8.2");
  expect("8.2 of ISO 9001, ISO 27001 5.1", "9001>2015/8.2 27001>2022/5.1");
}

Test(citation, the_context_names_what_the_text_does_not)
{
  const imsi_citation_context nine = { .standard = "9001" };
  expect_in(&nine, "see clause 8.2", "9001>2015/8.2~");
  expect_in(&nine, "8.2 Requirements", "9001>2015/8.2~");
  expect_in(&nine, "8.9 Requirements", "");
  expect_in(&nine, "about 8.2 of them", "");
  expect_in(&nine, "ISO 27001 5.1", "27001>2022/5.1");
  const imsi_citation_context old = { .edition = fixture_edition(model, "9001:2008") };
  expect_in(&old, "ISO 9001 7.3", "9001>2008/7.3");
}

Test(citation, where_only_clauses_are_numbers_alone_count)
{
  const imsi_citation_context nine = { .standard = "9001", .clauses_only = true };
  expect_in(&nine, "8.2; 8.3, 9", "9001>2015/8.2~ 9001>2015/8.3~ 9001>2015/9~");
  expect_in(&nine, "8.2\n8.3", "9001>2015/8.2~ 9001>2015/8.3~");
  const imsi_citation_context controls = { .standard = "27001", .clauses_only = true, .annex = true };
  expect_in(&controls, "5.1", "27001>2022/A.5.1~");
}

Test(citation, where_only_clauses_are_nothing_is_lost)
{
  const imsi_citation_context nothing = { .clauses_only = true }, nine = { .standard = "9001", .clauses_only = true };
  expect_in(&nothing, "8.2", "/8.2!");
  expect_in(&nine, "05.01.2022", "/05.01.2022!");
  expect_in(&nine, "8.2.1.1.1, 8.2", "/8.2.1.1.1,! 9001>2015/8.2~");
  expect_in(&nine, "none", "");
}

Test(citation, any_bytes_will_do)
{
  expect("", "");
  expect("\xFF\xFE ISO 9001 \xA7 8.2 \xC3", "");
  expect("ISO\xC2\xA0"
         "9001\xC2\xA0"
         "8.2",
         "9001>2015/8.2");
}

static ims_status keep_place(void *context, const imsi_citation *found)
{
  fixture_printf(context, "%zu+%zu ", found->offset, found->size);
  return IMS_OK;
}

Test(citation, each_comes_with_its_bytes)
{
  ims_memory got = { 0 };
  const char text[] = "ISO 9001 8.2 b), 8.3";
  cr_expect_eq(imsi_citations_read(citations, NULL, text, strlen(text), keep_place, &got), IMS_OK);
  cr_expect_str_eq(got.data, "9+6 17+3 ");
  ims_memory_free(&got);
}

static ims_status stop(void *context, const imsi_citation *found)
{
  (void)found;
  ++*(int *)context;
  return IMS_IO;
}

Test(citation, the_caller_may_end_it)
{
  int calls = 0;
  cr_expect_eq(imsi_citations_read(citations, NULL, "ISO 9001 8.2-8.4", 16, stop, &calls), IMS_IO);
  cr_expect_eq(calls, 1);
}

Test(citation, a_limit_is_told)
{
  int calls = 0;
  imsi_citations_limit(citations, 1);
  cr_expect_eq(imsi_citations_read(citations, NULL, "ISO 9001 8.2-8.4", 16, stop, &calls), IMS_LIMIT);
  cr_expect_eq(calls, 0);
}

Test(citation, a_header_says_what_stands_below_it)
{
  static const struct {
    const char *text, *standard, *edition;
    size_t named;
    bool annex;
  } cases[] = {
    { "ISO 9001:2015 clause", "9001", "9001:2015", 1, false },
    { "27001", "27001", "", 1, false },
    { "ISO/IEC 27001:2022 Annex A", "27001", "27001:2022", 1, true },
    { "ISO 27001 controls", "27001", "", 1, true },
    { "Control", "", "", 0, true },
    { "Reference", "", "", 0, false },
    { "ISO 9001 and ISO 27001", "", "", 2, false },
    { "ISO 14001", "", "", 1, false },
    { "ISO 9001 quality manual", "", "", 2, false },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    imsi_citation_context context = { 0 };
    size_t named = 99;
    cr_expect_eq(imsi_citations_header(citations, cases[i].text, strlen(cases[i].text), &context, &named), IMS_OK);
    cr_expect_str_eq(context.standard ? context.standard : "", cases[i].standard, "%s", cases[i].text);
    cr_expect_str_eq(context.edition ? context.edition->id : "", cases[i].edition, "%s", cases[i].text);
    cr_expect_eq(context.annex, cases[i].annex, "%s", cases[i].text);
    cr_expect_eq(named, cases[i].named, "%s: %zu", cases[i].text, named);
  }
}

Test(citation, a_line_may_end_in_the_middle)
{
  static const char *const open[] = { "clause 8.2 of", "8.2 b) der ", "see ISO", "8.2,", "see \xC2\xA7" };
  static const char *const closed[] = { "", "clause 8.2", "the end." };
  for (size_t i = 0; i < sizeof open / sizeof *open; i++)
    cr_expect(imsi_citations_open(open[i], strlen(open[i])), "%s", open[i]);
  for (size_t i = 0; i < sizeof closed / sizeof *closed; i++)
    cr_expect(!imsi_citations_open(closed[i], strlen(closed[i])), "%s", closed[i]);
}
