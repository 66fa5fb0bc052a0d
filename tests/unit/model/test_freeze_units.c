#include "unit/fixture_model.h"

/* Loads both files, the second in a layer of its own. */
static ims_model *layered(const char *below, const char *above, const char *codes)
{
  const fixture_file files[] = { { "below.xml", below, 0 }, { "above.xml", above, 1 } };
  fixture_diags diags = { 0 };
  ims_model *model;
  fixture_load_files(files, 2, &diags, &model);
  cr_expect_str_eq(fixture_codes(&diags), codes, "%s", fixture_messages(&diags));
  fixture_diags_free(&diags);
  return model;
}

Test(freeze_units, a_later_layer_replaces_a_whole_edition)
{
  ims_model *model =
      layered(DOC("<edition id='a:1' name='old'><note>x</note><amendment id='m'/>"
                  "<clause number='4' force='own'/><clause number='5' force='own'/></edition>"),
              DOC("<edition id='a:1' name='new'><clause number='4' title='T' force='own'/></edition>"), "");
  const ims_edition *a = fixture_edition(model, "a:1");
  size_t count;
  cr_expect_eq(ims_edition_count(model), 1);
  cr_expect_str_eq(a->name, "new");
  cr_expect_str_eq(a->pos.file, "above.xml");
  cr_expect_eq(a->count, 1);
  cr_expect_str_eq(ims_node_get(model, fixture_node(model, "a:1/4")).text, "T");
  cr_expect_eq(ims_node_find(model, a, "5", 1).index, IMS_NO_NODE);
  ims_edition_notes(model, a, &count);
  cr_expect_eq(count, 0);
  ims_edition_amendments(model, a, &count);
  cr_expect_eq(count, 0);
  ims_model_free(model);
}

Test(freeze_units, a_later_layer_replaces_a_whole_mapping)
{
#define TWO                                                                                                            \
  "<edition id='a:1' name='A'><clause number='1' force='own'/><clause number='2' force='own'/></edition>"              \
  "<edition id='b:1' name='B'><clause number='1' force='own'/></edition>"
  ims_model *model = layered(DOC(TWO "<mapping-set id='m' source='a:1' target='b:1'>"
                                     "<relation source='1' is='equal' target='1'/><none source='2'/></mapping-set>"),
                             DOC("<mapping-set id='m' source='a:1' target='b:1' intersects='loose'>"
                                 "<relation source='2' is='subset' target='1'/></mapping-set>"),
                             "");
  cr_assert_eq(ims_mapping_count(model), 1);
  cr_expect(ims_mapping_at(model, 0)->loose);
  cr_assert_eq(ims_relation_count(model), 1);
  cr_expect_eq(ims_relation_at(model, 0).relation, IMS_SUBSET);
  cr_expect_eq(ims_verdict_count(model), 0);
  ims_model_free(model);
}

Test(freeze_units, a_later_layer_adds_what_has_another_id)
{
  ims_model *model = layered(DOC(TWO "<mapping-set id='m' source='a:1' target='b:1'>"
                                     "<relation source='1' is='equal' target='1'/></mapping-set>"),
                             DOC("<mapping-set id='n' source='a:1' target='b:1'>"
                                 "<relation source='2' is='subset' target='1'/></mapping-set>"),
                             "");
  cr_expect_eq(ims_mapping_count(model), 2);
  cr_expect_eq(ims_relation_count(model), 2);
  ims_model_free(model);
}

Test(freeze_units, families_bases_and_topics_are_replaced_too)
{
  ims_model *model =
      layered(DOC("<basis id='b' title='old'/><basis id='c' title='kept'/><family id='f' name='old'/>"
                  "<edition id='a:1' name='A' family='f' basis='b'><clause number='1' force='own'/></edition>"
                  "<topic id='t' title='old'><member edition='a:1' of='1'/></topic>"),
              DOC("<basis id='b' title='new'/><family id='f' name='new'/><topic id='t' title='new'/>"), "");
  cr_assert_eq(ims_basis_count(model), 2);
  cr_expect_str_eq(ims_basis_at(model, 0)->title, "kept");
  cr_expect_str_eq(ims_basis_at(model, 1)->title, "new");
  cr_assert_eq(ims_family_count(model), 1);
  cr_expect_str_eq(ims_family_at(model, 0)->name, "new");
  cr_assert_eq(ims_topic_count(model), 1);
  cr_expect_str_eq(ims_topic_at(model, 0)->title, "new");
  cr_expect_eq(ims_topic_at(model, 0)->member_count, 0);
  ims_model_free(model);
}

Test(freeze_units, the_highest_layer_counts_whatever_the_order_of_ids)
{
  const fixture_file files[] = {
    { "0.xml", DOC("<edition id='a:1' name='zero'/>"), 0 },
    { "1.xml", DOC("<edition id='a:1' name='one'/>"), 1 },
    { "2.xml", DOC("<edition id='b:1' name='B'/>"), 2 },
    { "3.xml", DOC("<edition id='a:1' name='three'/>"), 3 },
  };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_assert_eq(fixture_load_files(files, 4, &diags, &model), IMS_OK);
  cr_expect_str_eq(fixture_edition(model, "a:1")->name, "three");
  cr_expect_str_eq(fixture_edition(model, "b:1")->name, "B");
  ims_model_free(model);
  fixture_diags_free(&diags);
}

Test(freeze_units, inside_a_layer_an_id_occurs_once)
{
  fixture_expect_messages(DOC("<edition id='a:1' name='A'/>\n <edition id='a:1' name='A'/>"),
                          "3:2 edition 'a:1' is there already\n2:1 the first 'a:1' is here\n");
  fixture_expect_messages(DOC("<basis id='b' title='B'/>\n<basis id='b' title='B'/>"),
                          "3:1 basis 'b' is there already\n2:1 the first 'b' is here\n");
  fixture_expect_messages(DOC("<family id='b' name='B'/>\n<family id='b' name='B'/>"),
                          "3:1 family 'b' is there already\n2:1 the first 'b' is here\n");
  fixture_expect_messages(DOC("<topic id='b' title='B'/>\n<topic id='b' title='B'/>"),
                          "3:1 topic 'b' is there already\n2:1 the first 'b' is here\n");
  fixture_expect_messages(DOC("<edition id='a:1' name='A'/><mapping-set id='m' source='a:1' target='a:1'/>\n"
                              "<mapping-set id='m' source='a:1' target='a:1'/>"),
                          "3:1 mapping-set 'm' is there already\n2:29 the first 'm' is here\n");
}

Test(freeze_units, a_duplicate_in_another_file_names_that_file)
{
  const fixture_file files[] = { { "1.xml", DOC("<edition id='a:1' name='A'/>"), 0 },
                                 { "2.xml", DOC("\n <edition id='a:1' name='A'/>"), 0 } };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_INVALID);
  cr_expect_str_eq(fixture_codes(&diags), "3:2 duplicate; 2:1 first-here");
  cr_expect_str_eq(diags.list[0].file, "2.xml");
  cr_expect_str_eq(diags.list[1].file, "1.xml");
  fixture_diags_free(&diags);
}

Test(freeze_units, things_of_different_kinds_may_share_an_id)
{
  fixture_expect(DOC("<basis id='x' title='B'/><family id='x' name='F'/><edition id='x' name='E'/>"
                     "<mapping-set id='x' source='x' target='x'/><topic id='x' title='T'/>"),
                 "");
}

Test(freeze_units, a_standard_has_one_default_edition)
{
  fixture_expect(DOC("<edition id='a:1' name='A' default='yes'/>\n<edition id='a:2' name='A' default='yes'/>"),
                 "3:1 two-defaults");
  fixture_expect(DOC("<edition id='a:1' name='A' default='yes'/>\n<edition id='a:2' name='A'/>\n"
                     "<edition id='a:3' name='A' default='yes'/>"),
                 "4:1 two-defaults");
  fixture_expect(DOC("<edition id='a:1' name='A' default='yes'/><edition id='b:1' name='B' default='yes'/>"
                     "<edition id='a-1:1' name='A' default='yes'/><edition id='a:2' name='A' default='no'/>"),
                 "");
}

Test(freeze_units, there_is_one_hub)
{
  fixture_expect_messages(DOC("<edition id='a:1' name='A' hub='yes'/>\n<edition id='b:1' name='B' hub='yes'/>"),
                          "3:1 'b:1' is marked as the hub, and so is 'a:1'\n");
  fixture_expect(DOC("<edition id='a:1' name='A' hub='yes'/><edition id='b:1' name='B' hub='no'/>"), "");
}

Test(freeze_units, what_was_replaced_is_neither_default_nor_hub)
{
  ims_model *model =
      layered(DOC("<edition id='a:1' name='A' default='yes' hub='yes'/>"),
              DOC("<edition id='a:1' name='A'/><edition id='a:2' name='A' default='yes' hub='yes'/>"), "");
  cr_expect(fixture_edition(model, "a:2")->is_default);
  cr_expect_not(fixture_edition(model, "a:1")->is_hub);
  ims_model_free(model);
}

Test(freeze_units, an_edition_refers_to_a_family_and_an_edition_that_exist)
{
  fixture_expect_messages(DOC("<edition id='a:1' name='A' family='f'/>\n<edition id='a:2' name='A' replaces='a:0'/>"),
                          "2:1 edition points to unknown family 'f'\n3:1 edition points to unknown edition 'a:0'\n");
}

Test(freeze_units, a_mapping_is_between_editions_that_exist)
{
  fixture_expect_messages(DOC("<edition id='a:1' name='A'/>\n <mapping-set id='m' source='a:1' target='x:1'>"
                              "<relation source='1' is='equal' target='1'/></mapping-set>"),
                          "3:2 target points to unknown edition 'x:1'\n");
  fixture_expect(DOC("<mapping-set id='m' source='x:1' target='y:1'/>"),
                 "2:1 unknown-reference; 2:1 unknown-reference");
}
