#include "unit/report/fixture_report.h"

#define TOPICS                                                                                                         \
  DOC(BASES EDITION("a:1", CLAUSE("4", ALL, P("1", "Ask.")) CLAUSE("5", "", "")) EDITION("b:1", CLAUSE("7", "", ""))   \
          EDITION(                                                                                                     \
              "c:1",                                                                                                   \
              CLAUSE("9", "",                                                                                          \
                     "")) "<topic id='t' title='Talk' verdict='merge' basis='b1' confidence='0.8'><note>One "          \
                          "paper.</note>"                                                                              \
                          "<member edition='a:1' of='4#1'/><member edition='a:1' of='5'/><member edition='b:1' "       \
                          "of='7'/></topic>\n"                                                                         \
                          "<topic id='u' title='Under' verdict='separate'><member edition='b:1' of='7'/></topic>\n")

Test(topics, each_has_its_clauses_in_every_edition_that_some_topic_names)
{
  fixture_expect_report(TOPICS, "topics", (&(const ims_request){ 0 }),
                        "t|Talk|4#1, 5|7|merge\n"
                        "u|Under|-|7|separate\n");
}

Test(topics, one_is_told_with_the_words_of_its_members)
{
  fixture_expect_report(TOPICS, "topics", WIDE({ "topic", "t" }),
                        "t|a:1/4#1|Ask.|requirement|Talk|merge|proposed|0.8|b1|test.xml:6\n"
                        "t|a:1/5|T5|requirement|Talk|merge|proposed|0.8|b1|test.xml:6\n"
                        "t|b:1/7|T7|requirement|Talk|merge|proposed|0.8|b1|test.xml:6\n");
  ims_model *model = fixture_model(TOPICS);
  ims_table *table = fixture_table(model, "topics", WIDE({ "topic", "t" }));
  fixture_expect_captions(table, "Talk (merge)\n");
  cr_expect_str_eq(ims_table_note(table, 0), "One paper.");
  ims_table_free(table);
  ims_model_free(model);
}

Test(topics, the_long_form_has_a_member_a_row)
{
  fixture_expect_span(TOPICS, "topics", (&(const ims_request){ .form = IMS_FORM_LONG }), "topic", "member",
                      "t|a:1/4#1\nt|a:1/5\nt|b:1/7\nu|b:1/7\n");
}

Test(topics, without_any_there_are_no_rows)
{
  fixture_expect_report(DOC(""), "topics", (&(const ims_request){ 0 }), "");
}

Test(topics, one_that_is_not_there_is_refused)
{
  ims_model *model = fixture_model(TOPICS);
  fixture_expect_refusal(model, "topics", WIDE({ "topic", "v" }), IMS_NOT_FOUND,
                         "no-such-topic: there is no topic 'v'; known: t, u\n");
  ims_model_free(model);
}
