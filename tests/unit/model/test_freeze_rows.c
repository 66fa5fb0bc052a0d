#include "unit/fixture_model.h"

#define EDITIONS                                                                                                       \
  "<edition id='a:1' name='A'>"                                                                                        \
  "<clause number='4' force='requirement'/><clause number='4.1' parent='4' force='requirement'>"                       \
  "<provision id='1'><gist>x</gist><item id='i'>x</item></provision>"                                                  \
  "<provision id='2' force='guidance'><gist>x</gist></provision>"                                                      \
  "<provision id='3' force='permission'><gist>x</gist></provision></clause>"                                           \
  "<clause number='5' force='requirement'/></edition>"                                                                 \
  "<edition id='b:1' name='B'><clause number='4' force='requirement'><provision id='1'><gist>x</gist></provision>"     \
  "<provision id='n' force='guidance'><gist>x</gist></provision></clause>"                                             \
  "<clause number='7' force='requirement'/></edition>\n"
/* the rows begin on line 4 */
#define ROWS(rows) DOC(EDITIONS "<mapping-set id='m' source='a:1' target='b:1'>\n" rows "</mapping-set>")
#define OWN_ROWS(rows) DOC(EDITIONS "<mapping-set id='m' source='a:1' target='a:1'>\n" rows "</mapping-set>")
#define ROW(source, is, target) "<relation source='" source "' is='" is "' target='" target "'/>\n"

Test(freeze_rows, both_ends_are_looked_up_in_their_editions)
{
  ims_model *model = fixture_model(ROWS(ROW("4.1#1", "subset", "4#1") ROW("4.1#i", "equal", "7")));
  cr_assert_eq(ims_relation_count(model), 2);
  cr_expect_eq(ims_relation_at(model, 0).source.index, fixture_node(model, "a:1/4.1#1").index);
  cr_expect_eq(ims_relation_at(model, 0).target.index, fixture_node(model, "b:1/4#1").index);
  cr_expect_eq(ims_relation_at(model, 1).source.index, fixture_node(model, "a:1/4.1#i").index);
  ims_model_free(model);
}

Test(freeze_rows, an_end_that_does_not_exist_is_reported_with_where_it_does)
{
  fixture_expect_messages(ROWS(ROW("7", "equal", "4") " " ROW("4", "equal", "99")),
                          "4:1 relation points to unknown clause 'a:1/7'; it is in b:1\n"
                          "5:2 relation points to unknown clause 'b:1/99'\n");
  fixture_expect_messages(ROWS(ROW("4#9", "equal", "9#9")), "4:1 relation points to unknown provision 'a:1/4#9'\n"
                                                            "4:1 relation points to unknown provision 'b:1/9#9'\n");
  fixture_expect_messages(ROWS("<none source='9'/>\n<none target='9'/>"),
                          "4:1 verdict points to unknown clause 'a:1/9'\n"
                          "5:1 verdict points to unknown clause 'b:1/9'\n");
}

Test(freeze_rows, a_basis_must_exist)
{
  fixture_expect(ROWS("<relation source='4' is='equal' target='4' basis='x'/>\n<none source='5' basis='y'/>"),
                 "4:1 unknown-reference; 5:1 unknown-reference");
}

Test(freeze_rows, a_basis_of_a_mapping_is_checked_once_and_there)
{
  fixture_expect(DOC(EDITIONS "<mapping-set id='m' source='a:1' target='b:1' basis='x'>\n" ROW("4", "equal", "4")
                         ROW("5", "equal", "4") "</mapping-set>"),
                 "3:1 unknown-reference");
}

Test(freeze_rows, nothing_is_related_to_itself)
{
  fixture_expect_messages(OWN_ROWS(ROW("4", "equal", "4")), "4:1 '4' is related to itself\n");
}

Test(freeze_rows, nothing_is_related_to_what_it_is_part_of)
{
  fixture_expect_messages(OWN_ROWS(ROW("4.1#i", "subset", "4") ROW("4", "superset", "4.1")
                                       ROW("4.1#1", "equal", "4.1#i") ROW("4", "intersects", "5")),
                          "4:1 '4.1#i' is part of '4'; the hierarchy says so already\n"
                          "5:1 '4.1' is part of '4'; the hierarchy says so already\n"
                          "6:1 '4.1#i' is part of '4.1#1'; the hierarchy says so already\n");
}

Test(freeze_rows, demands_are_never_related_to_guidance_or_permission)
{
  fixture_expect_messages(ROWS(ROW("4.1#2", "equal", "4#1") ROW("4.1#1", "equal", "4#n") ROW("4.1#3", "disjoint", "4")),
                          "4:1 '4.1#2' is guidance or permission, '4#1' is a demand: the two are never related\n"
                          "5:1 '4#n' is guidance or permission, '4.1#1' is a demand: the two are never related\n"
                          "6:1 '4.1#3' is guidance or permission, '4' is a demand: the two are never related\n");
  fixture_expect(ROWS(ROW("4.1#2", "equal", "4#n") ROW("4.1#3", "subset", "4#n")), "");
}

Test(freeze_rows, a_pair_is_stated_once_in_a_mapping)
{
  fixture_expect_messages(ROWS(ROW("4", "equal", "4") ROW("5", "equal", "4") " " ROW("4", "subset", "4")),
                          "6:2 a relation to '4' is there already\n4:1 the first '4' is here\n");
}

Test(freeze_rows, several_mappings_may_state_the_same_pair)
{
  fixture_expect(
      DOC(EDITIONS "<mapping-set id='m' source='a:1' target='b:1'>" ROW(
          "4", "equal",
          "4") "</mapping-set><mapping-set id='n' source='a:1' target='b:1'>" ROW("4", "equal",
                                                                                  "4") "</mapping-set><mapping-set "
                                                                                       "id='o' source='b:1' "
                                                                                       "target='a:1'>" ROW("4", "equal",
                                                                                                           "4") "</"
                                                                                                                "mappin"
                                                                                                                "g-"
                                                                                                                "set>"),
      "");
}

Test(freeze_rows, a_verdict_is_given_once_in_a_mapping)
{
  fixture_expect(ROWS("<none source='4'/>\n<none target='4'/>\n<none source='4'/>\n<none target='4'/>"),
                 "6:1 duplicate; 4:1 first-here; 7:1 duplicate; 5:1 first-here");
  fixture_expect_messages(ROWS("<none source='4'/>\n<none source='4'/>"),
                          "5:1 the verdict on '4' is there already\n4:1 the first '4' is here\n");
}

Test(freeze_rows, a_verdict_contradicts_a_relation_of_the_same_thing)
{
  fixture_expect_messages(
      ROWS(ROW("4.1", "intersects", "4") "<none source='4.1'/>"),
      "5:1 the verdict 'none' on '4.1' contradicts a relation of '4.1' in the same pair of editions\n"
      "4:1 the relation is here\n");
  fixture_expect(ROWS("<none target='4'/>\n" ROW("4.1", "subset", "4")), "4:1 none-contradicted; 5:1 relation-here");
}

Test(freeze_rows, a_verdict_on_the_whole_contradicts_a_relation_of_a_part)
{
  fixture_expect(ROWS("<none source='4'/>\n" ROW("4.1#i", "equal", "7")), "4:1 none-contradicted; 5:1 relation-here");
  fixture_expect(ROWS("<none target='4'/>\n" ROW("5", "equal", "4#1")), "4:1 none-contradicted; 5:1 relation-here");
}

Test(freeze_rows, a_verdict_on_a_part_leaves_the_whole_alone)
{
  fixture_expect(ROWS("<none source='4.1#i'/>" ROW("4", "intersects", "4")), "");
}

Test(freeze_rows, nothing_in_common_is_no_counterpart)
{
  fixture_expect(ROWS("<none source='4'/>" ROW("4", "disjoint", "4")), "");
}

Test(freeze_rows, a_verdict_in_another_mapping_of_the_same_pair_contradicts_too)
{
  fixture_expect(DOC(EDITIONS
                     "<mapping-set id='m' source='a:1' target='b:1'>\n<none source='4'/>\n</mapping-set>"
                     "<mapping-set id='n' source='b:1' target='a:1'>\n" ROW("7", "equal", "4.1") "</mapping-set>"),
                 "4:1 none-contradicted; 6:1 relation-here");
}

Test(freeze_rows, a_verdict_about_another_edition_does_not_matter)
{
  fixture_expect(DOC(EDITIONS "<edition id='c:1' name='C'/><mapping-set id='m' source='a:1' target='c:1'>\n"
                              "<none source='4'/></mapping-set><mapping-set id='n' source='a:1' target='b:1'>" ROW(
                                  "4", "equal", "4") "</mapping-set>"),
                 "");
}

/* Rows of a lower layer that point into an edition which a higher one replaced. */
static void expect_replaced(const char *above, const char *messages, size_t relations, size_t verdicts)
{
  const fixture_file files[] = {
    { "below.xml", ROWS(ROW("4", "equal", "4") " " ROW("5", "equal", "7") "<none source='4.1#1'/>"), 0 },
    { "above.xml", above, 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK, "a warning only");
  cr_expect_str_eq(fixture_messages(&diags), messages);
  for (size_t i = 0; i < diags.count; i++)
    cr_expect_eq(diags.list[i].severity, IMS_WARNING);
  if (model) {
    cr_expect_eq(ims_relation_count(model), relations);
    cr_expect_eq(ims_verdict_count(model), verdicts);
  }
  ims_model_free(model);
  fixture_diags_free(&diags);
}

#define GONE(count, name)                                                                                              \
  "3:1 " count " left out of 'm': '" name                                                                              \
  "' and the like are not in the edition that replaces the one they were written for\n"

Test(freeze_rows, rows_into_an_edition_that_was_replaced_are_left_out_with_a_warning)
{
  expect_replaced(DOC("<edition id='a:1' name='new'><clause number='4' force='requirement'/></edition>"),
                  GONE("1 relation is", "5") GONE("1 verdict is", "4.1#1"), 1, 0);
}

Test(freeze_rows, rows_into_an_edition_that_was_emptied_are_left_out_with_a_warning)
{
  expect_replaced(DOC("<edition id='a:1' name='new'/>"), GONE("2 relations are", "4") GONE("1 verdict is", "4.1#1"), 0,
                  0);
}

Test(freeze_rows, what_is_left_out_is_summed_up_for_each_mapping)
{
  const fixture_file files[] = {
    { "below.xml",
      DOC(EDITIONS "<mapping-set id='m' source='a:1' target='b:1'>" ROW("4", "equal", "4") ROW(
          "5", "equal", "7") "</mapping-set>\n<mapping-set id='n' source='b:1' target='a:1'>" ROW("4", "equal", "4")
              ROW("7", "equal", "5") ROW("4", "subset", "5") "</mapping-set>\n"),
      0 },
    { "above.xml", DOC("<edition id='a:1' name='new'><clause number='4' force='requirement'/></edition>"), 1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_OK);
  cr_assert_eq(diags.count, 2);
  cr_expect_eq(strncmp(diags.list[0].text, "1 relation is left out of 'm'", 29), 0, "%s", diags.list[0].text);
  cr_expect_eq(strncmp(diags.list[1].text, "2 relations are left out of 'n'", 31), 0, "%s", diags.list[1].text);
  cr_expect_str_eq(diags.list[0].file, "below.xml");
  cr_expect_eq(ims_relation_count(model), 2);
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(freeze_rows, a_mapping_of_the_same_layer_has_no_excuse)
{
  const fixture_file files[] = {
    { "below.xml", DOC(EDITIONS), 0 },
    { "above.xml",
      DOC("<edition id='a:1' name='new'><clause number='4' force='own'/></edition>\n"
          "<mapping-set id='m' source='a:1' target='b:1'>\n" ROW("5", "equal", "4") "</mapping-set>"),
      1 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_INVALID);
  cr_expect_str_eq(fixture_codes(&diags), "4:1 unknown-reference");
  fixture_diags_free(&diags);
}

Test(freeze_rows, adjacency_lists_every_row_at_both_ends_in_order)
{
  ims_model *model = fixture_model(
      ROWS(ROW("5", "equal", "7") ROW("4", "equal", "4") ROW("5", "subset", "4") ROW("4", "intersects", "7")));
  size_t count;
  const uint32_t *rows = ims_node_relations(model, fixture_node(model, "a:1/5"), false, &count);
  cr_assert_eq(count, 2);
  cr_expect(rows[0] == 0 && rows[1] == 2);
  rows = ims_node_relations(model, fixture_node(model, "b:1/4"), true, &count);
  cr_assert_eq(count, 2);
  cr_expect(rows[0] == 1 && rows[1] == 2);
  size_t all = 0;
  for (uint32_t i = 0; i < ims_node_count(model); i++) {
    ims_node_relations(model, (ims_node){ i }, false, &count);
    all += count;
  }
  cr_expect_eq(all, 4);
  ims_model_free(model);
}
