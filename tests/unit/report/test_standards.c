#include "unit/report/fixture_report.h"

#define STANDARDS LONG({ "all", NULL })
#define WITHOUT_FACTS ((const ims_request *)&(const ims_request){ 0 })

static void expect_counts(const char *xml, const char *expected)
{
  fixture_expect_span(xml, "standards", STANDARDS, "clauses", "verdicts", expected);
}

Test(standards, has_details_behind_its_columns)
{
  ims_model *model = fixture_model(DOC(""));
  ims_table *table = fixture_table(model, "standards", STANDARDS);
  fixture_expect_columns(table,
                         "edition, Edition\n(name, Name)\nstatus, Status\npublished, Published\ndefault, Default\n"
                         "clauses, Clauses\nprovisions, Provisions\nitems, Items\nrelations, Relations\n"
                         "verdicts, Verdicts\n(title, Title)\n(valid_until, Valid until)\n(replaces, Replaces)\n"
                         "(family, Family)\n(kind, Kind)\n(place, Place)\n");
  for (size_t i = fixture_column(table, "clauses"); i <= fixture_column(table, "verdicts"); i++)
    cr_expect_eq(ims_table_column(table, i)->kind, IMS_COLUMN_NUMBER);
  cr_expect_eq(ims_table_row_count(table), 0);
  ims_table_free(table);
  ims_model_free(model);
}

Test(standards, every_edition_is_a_row_in_natural_order)
{
  fixture_expect_span(DOC(EDITION("20000-1:2018", "") EDITION("9001:2015", "") EDITION("9001:2008", "")), "standards",
                      STANDARDS, "edition", "edition", "9001:2008\n9001:2015\n20000-1:2018\n");
}

Test(standards, says_of_an_edition_all_that_is_known)
{
  fixture_expect_report(
      DOC("<family id='f' name='F'/>\n" EDITION("a:0", "")
              NAMED_EDITION("a:1",
                            "name='ISO A' title='Quality' family='f' kind='requirements' status='transition' "
                            "published='2015-09' valid-until='2029' replaces='a:0' default='yes' provisional='yes'",
                            CLAUSE("4", "", ""))),
      "standards", STANDARDS,
      "a:0|a:0||||0|0|0|0|0||||||test.xml:3\n"
      "a:1|ISO A|transition, provisional|2015-09|yes|1|0|0|0|0|Quality|2029|a:0|f|requirements|test.xml:4\n");
}

Test(standards, what_is_provisional_says_so_without_a_status_too)
{
  fixture_expect_span(DOC(NAMED_EDITION("a:1", "name='A' provisional='yes'", "")), "standards", STANDARDS, "status",
                      "status", "provisional\n");
}

Test(standards, counts_clauses_demands_and_items)
{
  expect_counts(DOC("<edition id='a:1' name='A'><term id='t' name='t'><gist>x</gist></term>" CLAUSE(
                    "4", "", P("1", "x") PARTED("2", "own", "x", ITEM("a", "x") ITEM("b", "x")))
                        CLAUSE("4.1", "parent='4'", P("1", "x")) "</edition>\n"),
                "2|3|2|0|0\n");
}

Test(standards, notes_and_permissions_are_outside_all_counts)
{
  expect_counts(DOC(EDITION("a:1", CLAUSE("4", "",
                                          P("1", "x") PARTED("2", "guidance", "x", ITEM("a", "x"))
                                              PARTED("3", "permission", "x", ITEM("b", "x"))))
                        EDITION("b:1", CLAUSE("4", "", FORCED("1", "guidance", "x")))
                            MAPPING("a:1", "b:1", ROW("4#2", "equal", "4#1") NONE("4#3"))),
                "1|1|0|0|0\n1|0|0|0|0\n");
}

Test(standards, a_relation_counts_for_both_ends_a_verdict_for_the_one_that_was_looked_for)
{
  expect_counts(DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION(
                    "b:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) EDITION("c:1", CLAUSE("4", "", ""))
                        MAPPING("a:1", "b:1", ROW("4", "equal", "4") ROW("4", "disjoint", "5") NONE("5") NONE_HERE("5"))
                            MAPPING("c:1", "a:1", NONE("4"))),
                "2|0|0|2|1\n2|0|0|2|1\n1|0|0|0|1\n");
}

Test(standards, a_relation_inside_an_edition_counts_once)
{
  expect_counts(
      DOC(EDITION("a:1", CLAUSE("4", "", "") CLAUSE("5", "", "")) MAPPING("a:1", "a:1", ROW("4", "disjoint", "5"))),
      "2|0|0|1|0\n");
}

Test(standards, the_note_says_how_it_counts)
{
  ims_model *model = fixture_model(DOC(""));
  ims_table *table = fixture_table(model, "standards", STANDARDS);
  fixture_expect_notes(table,
                       "A relation counts for both its ends, a verdict (no counterpart was found) for the edition "
                       "whose demand was looked for. Notes and permissions are not counted.\n");
  ims_table_free(table);
  ims_model_free(model);
}

Test(standards, what_has_neither_clauses_nor_terms_is_counted_and_left_out)
{
  ims_model *model = fixture_model(DOC(EDITION("a:1", "") EDITION("b:1", CLAUSE("4", "", ""))
                                           EDITION("c:1", "<term id='t' name='T'><gist>x</gist></term>")));
  ims_table *table = fixture_table(model, "standards", WITHOUT_FACTS);
  cr_expect_eq(ims_table_row_count(table), 2);
  cr_expect_str_eq(ims_table_note(table, 1),
                   "1 more edition is known without clauses or terms: see --all, or --family.");
  ims_table_free(table);
  ims_model_free(model);
}
