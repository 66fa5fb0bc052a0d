#include "unit/fixture_model.h"

#define STANDARDS                                                                                                      \
  "<basis id='b' title='B'/><edition id='a:1' name='A'><clause number='4' force='own'><provision id='1'>"              \
  "<gist>x</gist></provision></clause></edition><edition id='a:2' name='A'><clause number='5' force='own'/>"           \
  "</edition>\n"

Test(freeze_extras, a_topic_names_what_exists)
{
  ims_model *model = fixture_model(DOC(STANDARDS "<topic id='t' title='T'><member edition='a:1' of='4#1'/></topic>"
                                                 "<topic id='u' title='U'/>"
                                                 "<topic id='v' title='V'><member edition='a:2' of='5'/></topic>"));
  cr_assert_eq(ims_topic_count(model), 3);
  cr_expect_eq(ims_topic_at(model, 0)->members[0].index, fixture_node(model, "a:1/4#1").index);
  cr_expect_eq(ims_topic_at(model, 1)->member_count, 0);
  cr_expect_eq(ims_topic_at(model, 2)->members[0].index, fixture_node(model, "a:2/5").index);
  ims_model_free(model);
}

Test(freeze_extras, an_unknown_member_of_a_topic_is_reported_at_the_member)
{
  fixture_expect_messages(DOC(STANDARDS "<topic id='t' title='T'>\n <member edition='x:1' of='4'/>\n"
                                        " <member edition='a:1' of='4#7'/></topic>"),
                          "4:2 topic points to unknown edition 'x:1'\n"
                          "5:2 topic points to unknown provision 'a:1/4#7'\n");
}

Test(freeze_extras, a_text_is_laid_over_what_exists)
{
  fixture_expect_messages(DOC(STANDARDS
                              "<overlay edition='a:1'>\n<text of='4'>x</text>\n<text of='9'>x</text></overlay>\n"
                              "<overlay edition='x:1'>\n<text of='4'>x</text></overlay>"),
                          "5:1 text points to unknown clause 'a:1/9'\n7:1 text points to unknown edition 'x:1'\n");
}

Test(freeze_extras, references_of_what_was_replaced_are_not_looked_up)
{
  const fixture_file files[] = {
    { "1.xml",
      DOC("<edition id='a:1' name='A' basis='x'><amendment id='m' basis='x'/><clause number='4' force='own'>"
          "<provision id='1'><gist>x</gist><duty kind='record' verb='retain' basis='x'>x</duty></provision>"
          "</clause></edition>"),
      0 },
    { "2.xml", DOC("<edition id='a:1' name='new'/>"), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  cr_expect_str_eq(fixture_messages(&diags), "");
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(freeze_extras, a_text_is_laid_over_once)
{
  fixture_expect_messages(DOC(STANDARDS "<overlay edition='a:1'>\n<text of='4'>x</text>\n<text of='4#1'>y</text>\n"
                                        "<text of='4'>z</text></overlay>"),
                          "6:1 the text of '4' is there already\n4:1 the first '4' is here\n");
}

Test(freeze_extras, a_topic_names_a_basis_that_exists)
{
  fixture_expect(DOC(STANDARDS "<topic id='t' title='T' basis='b'/>\n<topic id='u' title='U' basis='x'/>"),
                 "4:1 unknown-reference");
}

Test(freeze_extras, notes_duties_and_texts_stay_with_their_nodes_whatever_was_replaced)
{
#define NOTED(id, text)                                                                                                \
  "<edition id='" id "' name='N'><note>" text "</note><clause number='4' force='own'><note>" text "</note>"            \
  "<provision id='1'><gist>x</gist><duty kind='record' verb='retain'>" text "</duty></provision></clause></edition>"
  const fixture_file files[] = {
    { "below.xml",
      DOC(NOTED("a:1", "old") NOTED("b:1", "kept") "<overlay edition='a:1'><text of='4'>over</text></overlay>"), 0 },
    { "above.xml", DOC(NOTED("a:1", "new")), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  size_t count;
  cr_assert_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  cr_expect_str_eq(ims_edition_notes(model, fixture_edition(model, "a:1"), &count)->text, "new");
  cr_expect_eq(count, 1);
  cr_expect_str_eq(ims_node_notes(model, fixture_node(model, "a:1/4"), &count)->text, "new");
  cr_expect_str_eq(ims_node_duties(model, fixture_node(model, "a:1/4#1"), &count)->text, "new");
  cr_expect_str_eq(ims_node_notes(model, fixture_node(model, "b:1/4"), &count)->text, "kept");
  cr_expect_str_eq(ims_node_overlay(model, fixture_node(model, "a:1/4")), "over");
  ims_model_free(model);
  fixture_diags_free(&diags);
}
