#include "query/cite.h"

#include "unit/citation_document.h"
#include "unit/fixture_model.h"

/* "LINE:COLUMN STANDARD [EDITION] CLAUSE -> REFERENCE\n" for each row. */
static void expect_named(const char *name, const char *text, const char *expected, const char *codes)
{
  ims_model *model = fixture_model(citation_document);
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  ims_memory got = { 0 };
  const ims_cite_text texts[] = { { name, text, strlen(text) } };
  cr_assert_eq(ims_cite(model, texts, 1, fixture_sink(&diags), &table), IMS_OK);
  fixture_printf(&got, "%s", "");
  for (size_t row = 0; row < ims_table_row_count(table); row++) {
    const char *cells[6];
    for (size_t i = 0; i < 6; i++)
      cells[i] = ims_table_cell(table, row, i) ? ims_table_cell(table, row, i) : "-";
    fixture_printf(&got, "%s:%s %s %s %s %s\n", cells[0], cells[4], cells[1], cells[2], cells[3], cells[5]);
  }
  const char *found = got.data ? got.data : "";
  cr_expect_str_eq(found, expected, "of\n%s\nexpected\n%s\ngot\n%s", text, expected, found);
  cr_expect_str_eq(fixture_codes(&diags), codes, "%s", fixture_messages(&diags));
  ims_memory_free(&got);
  ims_table_free(table);
  fixture_diags_free(&diags);
  ims_model_free(model);
}

static void expect(const char *text, const char *expected, const char *codes)
{
  expect_named("test.md", text, expected, codes);
}

Test(cite, each_clause_is_a_row_with_its_place)
{
  expect("Nothing.\nISO 9001:2015 8.2, and\r\nA.5.1-2\n",
         "2:15 9001 9001:2015 8.2 9001:2015/8.2\n"
         "3:1 27001 - A.5.1 27001:2022/A.5.1\n"
         "3:7 27001 - A.5.2 27001:2022/A.5.2\n",
         "");
}

Test(cite, a_clause_that_does_not_exist_is_a_warning_that_names_the_edition_that_has_it)
{
  expect("x\nISO 9001:2015 7.3\n", "2:15 9001 9001:2015 7.3 -\n", "2:15 no-such-clause");
  expect("ISO 9001:1994 7.3\n", "1:15 9001 - 7.3 -\n", "1:15 edition-not-loaded");
  expect("ISO 9001:2015 8.2 k)\n", "1:15 9001 9001:2015 8.2(k) 9001:2015/8.2\n", "");
}

Test(cite, a_citation_may_go_on_in_the_next_line)
{
  expect("asked by 8.2 a) of\nISO 9001:2015 and\n8.3 of ISO 9001\n",
         "1:10 9001 9001:2015 8.2(a) 9001:2015/8.2#a\n"
         "3:1 9001 - 8.3 9001:2015/8.3\n",
         "");
  expect("asked by 8.2 of\n\nISO 9001\n", "", "");
  expect("8.2 of\nISO 9001 and ISO 20000-1\n",
         "1:1 9001 - 8.2 9001:2015/8.2\n"
         "1:1 20000-1 - 8.2 20000-1:2018/8.2\n",
         "");
}

Test(cite, a_heading_names_the_standard_for_what_stands_under_it)
{
  expect("# ISO 9001:2015\n8.2 Requirements\n## Purchasing\n- 8.4 Providers\n# Other\n8.2 Chapter\n",
         "2:1 9001 9001:2015 8.2 9001:2015/8.2\n"
         "4:3 9001 9001:2015 8.4 9001:2015/8.4\n",
         "");
  expect("# 4 Our ISO 9001\n8.2 Chapter\n# ISO 9001 manual\n8.2 Chapter\n# ISO 14001\n8.2 x\n", "", "");
}

Test(cite, a_column_names_the_standard_for_its_cells)
{
  expect("| Topic | ISO 9001 | Annex A of ISO 27001 | Score |\n|---|---|---|---|\n| x | 8.2, 9 | 5.1 | 8.3 |\n",
         "3:7 9001 - 8.2 9001:2015/8.2\n"
         "3:12 9001 - 9 9001:2015/9\n"
         "3:16 27001 - A.5.1 27001:2022/A.5.1\n",
         "");
  expect("Topic\tISO 9001\nx\t8.2\n", "2:3 9001 - 8.2 9001:2015/8.2\n", "");
}

Test(cite, a_cell_names_the_standard_for_the_rest_of_its_row)
{
  expect("| Standard | Clause | Note |\n|--|--|--|\n| ISO 20000-1 | 8.2 | 8.2 |\n| ISO 14001 | 8.2 | 8.2 |\n",
         "3:17 20000-1 - 8.2 20000-1:2018/8.2\n", "");
}

Test(cite, a_column_of_controls_has_controls)
{
  expect("# ISO 27001\n| Control | Clause |\n|--|--|\n| 5.1 | 5.1 |\n",
         "4:3 27001 - A.5.1 27001:2022/A.5.1\n"
         "4:9 27001 - 5.1 27001:2022/5.1\n",
         "");
}

Test(cite, what_is_no_utf_8_is_shown_all_the_same)
{
  expect("| ISO 9001 |\n|--|\n| 8.2.1.1.1\xE4 |\n", "3:3 - - 8.2.1.1.1? -\n", "");
}

Test(cite, front_matter_names_the_standard_for_the_text)
{
  expect("---\nstandard: ISO 9001:2015\nclauses: [8.2, 9]\nversion: 8.3\n---\nSee clause 8.4.\n",
         "3:11 9001 9001:2015 8.2 9001:2015/8.2\n"
         "3:16 9001 9001:2015 9 9001:2015/9\n"
         "6:12 9001 9001:2015 8.4 9001:2015/8.4\n",
         "");
}

Test(cite, the_name_of_a_text_may_name_its_standard)
{
  expect_named("iso/iso27001-2022/access.md", "control 5.2\n", "1:9 27001 27001:2022 A.5.2 27001:2022/A.5.2\n", "");
  expect_named("home/9001/notes.md", "clause 8.2\n", "", "");
}

Test(cite, several_texts_have_a_column_for_their_names)
{
  ims_model *model = fixture_model(citation_document);
  ims_table *table = NULL;
  const ims_cite_text texts[] = { { "a", "A.5.1", 5 }, { "b", "x\nA.5.2", 7 } };
  cr_assert_eq(ims_cite(model, texts, 2, (ims_diag_sink){ NULL, NULL }, &table), IMS_OK);
  cr_expect_str_eq(ims_table_column(table, 0)->key, "file");
  cr_assert_eq(ims_table_row_count(table), 2);
  cr_expect_str_eq(ims_table_cell(table, 1, 0), "b");
  cr_expect_str_eq(ims_table_cell(table, 1, 1), "2");
  ims_table_free(table);
  ims_model_free(model);
}

Test(cite, a_limit_is_an_error_with_the_place_of_the_line)
{
  ims_model *model = fixture_model(citation_document);
  fixture_diags diags = { 0 };
  ims_table *table = NULL;
  imsi_citations *citations;
  cr_assert_eq(imsi_citations_new(model, &citations), IMS_OK);
  imsi_citations_limit(citations, 1);
  const ims_cite_text texts[] = { { "a", "\nISO 9001, 8.2\n", 15 } };
  cr_expect_eq(imsi_cite(model, citations, texts, 1, fixture_sink(&diags), &table), IMS_LIMIT);
  cr_expect_null(table);
  cr_expect_str_eq(fixture_codes(&diags), "2:1 citation-limit");
  imsi_citations_free(citations);
  fixture_diags_free(&diags);
  ims_model_free(model);
}
