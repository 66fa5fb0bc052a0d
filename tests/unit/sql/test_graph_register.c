#include "unit/complete_register.h"
#include "unit/sql/fixture_sql.h"

/* What a statement answers with the complete register, and with no register at all. */
static void expect_of_register(const char *text, const char *expected)
{
  ims_model *model = fixture_model(complete_document());
  ims_register *evidence = complete_register(model);
  cr_assert_not_null(evidence);
  ims_memory got = { 0 };
  fixture_answer(model, text, strlen(text), &(ims_sql_options){ .evidence = evidence }, &got);
  const char *answer = got.data ? got.data : "";
  cr_expect_str_eq(answer, expected, "%s\ngot\n%s\nexpected\n%s", text, answer, expected);
  ims_memory_free(&got);
  fixture_expect_answer(model, text, "");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(graph_register, entries_come_as_they_were_read_with_their_fields)
{
  expect_of_register("SELECT entry, entry_kind, id, title, kind, belongs_to, place FROM entry",
                     "0|organization||Provider Ltd|||register.xml:2\n1|system|QMS||||register.xml:3\n"
                     "2|system|ISMS||||register.xml:4\n3|document|P|Policy|document|QMS|register.xml:5\n"
                     "4|document|M|Minutes|record|QMS|register.xml:6\n5|document|D|Draft||QMS|register.xml:7\n"
                     "6|document|N|New||QMS|register.xml:8\n7|control|A.5.1||||register.xml:9\n"
                     "8|exclusion||||QMS|register.xml:10\n9|finding|F|Late||QMS|register.xml:11\n");
}

Test(graph_register, fields_are_days_numbers_words_and_texts_as_written)
{
  expect_of_register("SELECT personnel + 1, typeof(personnel) FROM entry WHERE entry_kind = 'organization'",
                     "86|integer\n");
  expect_of_register("SELECT valid_until, sites, edition, scope FROM entry WHERE id = 'QMS'",
                     "2027-01-01|Ulm; Bonn|a:2|All\n");
  expect_of_register("SELECT status, coverage, clauses, exemption, \"from\" IS NULL FROM entry WHERE clauses LIKE "
                     "'%5' OR exemption IS NOT NULL",
                     "draft||a:2/5||1\n|proposed|a:2/5||1\n||a:2/4.2|no occurrence|1\n");
}

Test(graph_register, every_field_of_a_register_is_a_column)
{
  for (int field = 0; field < IMS_FIELD_COUNT; field++) {
    char text[128];
    snprintf(text, sizeof text, "SELECT count(\"%s\") FROM entry HAVING count(\"%s\") < 0",
             ims_field_key((ims_field)field), ims_field_key((ims_field)field));
    expect_of_register(text, "");
  }
}

Test(graph_register, claims_name_what_was_found_and_what_was_not)
{
  expect_of_register("SELECT entry, entry_kind, entry_id, edition, ref, clause, text, coverage, confirmed, dated, "
                     "elsewhere, place FROM claim",
                     "3|document|P|a:2|4.1|4.1|4.1|full|1|1||register.xml:5\n"
                     "3|document|P|c:1|4#2|4|4#2|full|1|1||register.xml:5\n"
                     "3|document|P|a:2|||99|full|1|1||register.xml:5\n"
                     "4|document|M|a:2|4.1#1|4.1|4.1#1|full|1|1||register.xml:6\n"
                     "5|document|D|a:2|5|5|5|full|1|1||register.xml:7\n"
                     "6|document|N|a:2|5|5|5|full|0|1||register.xml:8\n"
                     "8|exclusion||a:2|4.2|4.2|4.2|full|1|1||register.xml:10\n"
                     "9|finding|F|a:2|4.1#2|4.1|4.1#2|full|1|1||register.xml:11\n");
}

Test(graph_register, systems_tell_what_they_are_held_against)
{
  expect_of_register("SELECT id, edition, listed, entry, file, sheet, line, \"column\" FROM system",
                     "QMS|a:2|1|1|register.xml||3|3\nISMS|c:1|1|2|register.xml||4|3\n");
}

Test(graph_register, a_system_that_nobody_lists_has_no_place)
{
  static const char only_a_document[] =
      "<register version='1'><document id='P' title='P' clauses='a:2/4.1'/></register>";
  ims_model *model = fixture_model(complete_document());
  ims_register *evidence = complete_register_of(model, only_a_document);
  ims_memory got = { 0 };
  static const char text[] = "SELECT id, edition, listed, entry, file, line, place FROM system";
  fixture_answer(model, text, sizeof text - 1, &(ims_sql_options){ .evidence = evidence }, &got);
  fixture_compare(&got, "a|a:2|0||||\n");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(graph_register, is_joined_with_the_graph)
{
  expect_of_register("SELECT c.entry_id, p.id FROM claim c JOIN provision p USING (edition, clause) WHERE c.entry_id = "
                     "'P' ORDER BY 1, 2",
                     "P|4#1\nP|4#2\nP|4.1#1\nP|4.1#2\nP|4.1#3\n");
  expect_of_register("SELECT e.title, count(*) FROM claim JOIN entry e USING (entry) WHERE e.kind = 'document' GROUP "
                     "BY e.entry",
                     "Policy|3\n");
}
