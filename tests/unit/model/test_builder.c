#include "model/builder.h"

#include "unit/fixture_model.h"

typedef struct fixture_builder {
  fixture_diags diags;
  imsi_reporter reporter;
  imsi_builder *builder;
  uint32_t file;
} fixture_builder;

static void begin(fixture_builder *f)
{
  *f = (fixture_builder){ 0 };
  imsi_reporter_init(&f->reporter, fixture_sink(&f->diags));
  cr_assert_eq(imsi_builder_new(&f->reporter, &f->builder), IMS_OK);
  cr_assert_eq(imsi_builder_file(f->builder, "a.xml", &f->file), IMS_OK);
}

static void end(fixture_builder *f)
{
  imsi_builder_free(f->builder);
  imsi_reporter_free(&f->reporter);
  fixture_diags_free(&f->diags);
}

static imsi_symbol symbol(fixture_builder *f, const char *text)
{
  imsi_symbol s = IMSI_NO_SYMBOL;
  cr_assert_eq(imsi_builder_symbol(f->builder, text, strlen(text), &s), IMS_OK);
  return s;
}

static void add_edition(fixture_builder *f, const char *id)
{
  uint32_t index;
  const imsi_raw_edition edition = { .unit = { .id = symbol(f, id), .place = { f->file, 1, 1 } } };
  cr_assert_eq(imsi_builder_edition(f->builder, &edition, &index), IMS_OK);
}

static uint32_t add_node(fixture_builder *f, ims_node_kind kind, const char *name, uint32_t parent, uint32_t line)
{
  uint32_t index = IMS_NO_NODE;
  const imsi_raw_node node = { .kind = (uint8_t)kind,
                               .name = symbol(f, name),
                               .parent = parent,
                               .place = { f->file, line, 5 },
                               .force = IMS_REQUIREMENT };
  cr_assert_eq(imsi_builder_node(f->builder, &node, &index), IMS_OK);
  return index;
}

Test(builder, equal_texts_have_one_symbol_and_empty_is_0)
{
  fixture_builder f;
  begin(&f);
  const imsi_symbol a = symbol(&f, "4.1"), b = symbol(&f, "4.2");
  cr_expect_neq(a, b);
  cr_expect_eq(symbol(&f, "4.1"), a);
  cr_expect_eq(symbol(&f, ""), 0);
  cr_expect_str_eq(imsi_builder_text(f.builder, a), "4.1");
  end(&f);
}

Test(builder, a_place_is_shown_with_the_name_of_its_file)
{
  fixture_builder f;
  begin(&f);
  char name[] = "b.xml";
  uint32_t second;
  cr_assert_eq(imsi_builder_file(f.builder, name, &second), IMS_OK);
  name[0] = 'x'; /* copied */
  const ims_pos pos = imsi_builder_pos(f.builder, (imsi_place){ second, 7, 3 });
  cr_expect_str_eq(pos.file, "b.xml");
  cr_expect_eq(pos.line, 7);
  cr_expect_eq(pos.column, 3);
  cr_expect_str_eq(imsi_builder_pos(f.builder, (imsi_place){ f.file, 1, 1 }).file, "a.xml");
  end(&f);
}

Test(builder, a_name_is_found_in_the_edition_begun_last_only)
{
  fixture_builder f;
  begin(&f);
  add_edition(&f, "a:1");
  const uint32_t first = add_node(&f, IMS_CLAUSE, "4", 0, 1);
  cr_expect_eq(imsi_builder_find(f.builder, symbol(&f, "4")), first);
  cr_expect_eq(imsi_builder_find(f.builder, symbol(&f, "5")), IMS_NO_NODE);
  cr_assert_eq(imsi_builder_edition_end(f.builder), IMS_OK);
  add_edition(&f, "b:1");
  cr_expect_eq(imsi_builder_find(f.builder, symbol(&f, "4")), IMS_NO_NODE);
  const uint32_t second = add_node(&f, IMS_CLAUSE, "4", 0, 1);
  cr_expect_eq(imsi_builder_find(f.builder, symbol(&f, "4")), second);
  cr_expect_neq(first, second);
  cr_expect_eq(f.diags.count, 0, "the same number in two editions is no duplicate");
  end(&f);
}

Test(builder, the_depth_of_an_item_counts_from_its_provision)
{
  fixture_builder f;
  begin(&f);
  add_edition(&f, "a:1");
  const uint32_t clause = add_node(&f, IMS_CLAUSE, "4", 0, 1);
  const uint32_t p = add_node(&f, IMS_PROVISION, "4#1", clause, 2), q = add_node(&f, IMS_PROVISION, "4#2", clause, 3);
  const uint32_t item = add_node(&f, IMS_ITEM, "4#a", p, 4), below = add_node(&f, IMS_ITEM, "4#a1", item, 5);
  cr_expect_eq(imsi_builder_item_depth(f.builder, item, p), 1);
  cr_expect_eq(imsi_builder_item_depth(f.builder, below, p), 2);
  cr_expect_eq(imsi_builder_item_depth(f.builder, below, q), 0);
  cr_expect_eq(imsi_builder_item_depth(f.builder, p, p), 0);
  cr_expect_eq(imsi_builder_item_depth(f.builder, clause, p), 0);
  cr_expect_eq(imsi_builder_item_depth(f.builder, IMS_NO_NODE, p), 0);
  end(&f);
}

Test(builder, a_second_node_of_a_name_is_reported_where_it_stands_with_the_first)
{
  fixture_builder f;
  begin(&f);
  add_edition(&f, "a:1");
  const uint32_t first = add_node(&f, IMS_CLAUSE, "4", 0, 2);
  add_node(&f, IMS_CLAUSE, "4", 0, 9);
  cr_expect_str_eq(fixture_messages(&f.diags), "9:5 clause '4' is there already\n2:5 the first '4' is here\n");
  cr_expect_eq(imsi_builder_find(f.builder, symbol(&f, "4")), first, "the first stays");
  end(&f);
}

Test(builder, parts_of_a_duplicate_are_not_reported_again)
{
  fixture_builder f;
  begin(&f);
  add_edition(&f, "a:1");
  const uint32_t first = add_node(&f, IMS_CLAUSE, "4", 0, 1);
  add_node(&f, IMS_PROVISION, "4#1", first, 2);
  const uint32_t second = add_node(&f, IMS_CLAUSE, "4", 0, 3);
  add_node(&f, IMS_PROVISION, "4#1", second, 4);
  cr_expect_str_eq(fixture_codes(&f.diags), "3:5 duplicate; 1:5 first-here");
  end(&f);
}

Test(builder, may_be_given_up_at_any_time)
{
  fixture_builder f;
  begin(&f);
  add_edition(&f, "a:1");
  add_node(&f, IMS_CLAUSE, "4", 0, 1);
  end(&f); /* the leak checker is the judge */
  imsi_builder_free(NULL);
}

Test(builder, finishes_into_a_model_unless_an_error_was_reported)
{
  fixture_builder f;
  begin(&f);
  ims_model *model = NULL;
  cr_expect_eq(imsi_builder_finish(f.builder, &model), IMS_OK);
  cr_expect_not_null(model);
  ims_model_free(model);
  end(&f);
  begin(&f);
  model = NULL;
  imsi_report(&f.reporter, IMS_DIAG_DOCTYPE, (ims_pos){ "a.xml", 1, 1, NULL }, NULL, NULL, NULL, NULL);
  cr_expect_eq(imsi_builder_finish(f.builder, &model), IMS_INVALID);
  cr_expect_null(model, "outputs are untouched on failure");
  end(&f);
}

/* ---- what can be wrong with the clauses of an edition ---- */

#define CLAUSE(number, more) "<clause number='" number "' force='requirement' " more "/>\n"
#define EDITION(clauses) DOC("<edition id='a:1' name='A'>\n" clauses "</edition>")

Test(builder, a_parent_may_come_later)
{
  ims_model *model = fixture_model(EDITION(CLAUSE("4.1", "parent='4'") CLAUSE("4", "")));
  cr_expect_eq(ims_node_parent(model, fixture_node(model, "a:1/4.1")).index, fixture_node(model, "a:1/4").index);
  cr_expect_eq(ims_node_child(model, fixture_node(model, "a:1/4")).index, fixture_node(model, "a:1/4.1").index);
  ims_model_free(model);
}

Test(builder, an_unknown_parent_is_reported)
{
  fixture_expect_messages(EDITION(CLAUSE("4", "") CLAUSE("4.1", "parent='3'")),
                          "4:1 parent points to unknown clause '3'\n");
}

Test(builder, a_parent_in_another_edition_is_unknown)
{
  fixture_expect(DOC("<edition id='a:1' name='A'>\n" CLAUSE("4", "") "</edition>\n<edition id='b:1' name='B'>\n" CLAUSE(
                     "4.1", "parent='4'") "</edition>"),
                 "6:1 unknown-reference");
}

Test(builder, a_term_is_no_parent)
{
  fixture_expect(EDITION("<term id='t' name='T'><gist>x</gist></term>\n" CLAUSE("4", "parent='term:t'")),
                 "4:1 unknown-reference");
}

Test(builder, a_cycle_of_parents_is_reported_once)
{
  fixture_expect_messages(EDITION(CLAUSE("4", "parent='4'")), "3:1 '4' is its own ancestor\n");
  fixture_expect_messages(EDITION(CLAUSE("4", "parent='5'") CLAUSE("5", "parent='4'")),
                          "3:1 '4' is its own ancestor\n");
  fixture_expect(EDITION(CLAUSE("1", "parent='4'") CLAUSE("4", "parent='5'") CLAUSE("5", "parent='6'")
                             CLAUSE("6", "parent='4'") CLAUSE("7", "parent='6'")),
                 "4:1 parent-cycle");
}

Test(builder, two_cycles_are_two_reports)
{
  fixture_expect(EDITION(CLAUSE("4", "parent='5'") CLAUSE("5", "parent='4'") CLAUSE("6", "parent='6'")),
                 "3:1 parent-cycle; 5:1 parent-cycle");
}

/* A chain of clauses 1 to `last`, each in the one before. */
static char *chain(int last)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'>\n<edition id='a:1' name='A'>\n<clause number='1' force='own'/>\n");
  for (int i = 2; i <= last; i++)
    fixture_printf(&memory, "<clause number='%d' parent='%d' force='own'/>\n", i, i - 1);
  fixture_printf(&memory, "</edition></imsmap>");
  return memory.data;
}

Test(builder, a_clause_has_64_clauses_above_it_at_most)
{
  char *deepest = chain(65), *too_deep = chain(66), *far_too_deep = chain(100);
  fixture_expect(deepest, "");
  fixture_expect_messages(too_deep, "68:1 '66' has more than 64 clauses above it\n");
  fixture_expect(far_too_deep, "68:1 clause-depth");
  free(deepest);
  free(too_deep);
  free(far_too_deep);
}

Test(builder, a_duplicate_inside_an_edition_is_reported_with_the_first)
{
  fixture_expect_messages(EDITION(CLAUSE("4", "") CLAUSE("5", "") " " CLAUSE("4", "")),
                          "5:2 clause '4' is there already\n3:1 the first '4' is here\n");
  fixture_expect_messages(EDITION("<term id='t' name='x'><gist>x</gist></term>\n"
                                  "<term id='t' name='x'><gist>x</gist></term>\n"),
                          "4:1 term 'term:t' is there already\n3:1 the first 'term:t' is here\n");
}

Test(builder, provisions_and_items_share_the_names_of_their_clause)
{
  fixture_expect_messages(EDITION("<clause number='4' force='own'>\n<provision id='1'><gist>x</gist>\n"
                                  "<item id='a'>x</item></provision>\n<provision id='a'><gist>x</gist></provision>\n"
                                  "</clause>\n<clause number='5' force='own'><provision id='a'><gist>x</gist>"
                                  "</provision></clause>"),
                          "6:1 provision '4#a' is there already\n5:1 the first '4#a' is here\n");
}

Test(builder, an_item_is_in_an_earlier_item_of_its_provision)
{
  fixture_expect("<imsmap version='1'><edition id='a:1' name='A'><clause number='4' force='own'>\n"
                 "<provision id='1'><gist>x</gist><item id='a'>x</item>\n"
                 "<item id='b' in='a'>x</item>\n"
                 "<item id='c' in='d'>x</item>\n"
                 "<item id='d' in='d'>x</item></provision>\n"
                 "<provision id='2'><gist>x</gist>\n"
                 "<item id='e' in='a'>x</item></provision>"
                 "</clause></edition></imsmap>",
                 "4:1 unknown-reference; 5:1 unknown-reference; 7:1 unknown-reference");
  fixture_expect_messages(
      EDITION("<clause number='4' force='own'><provision id='1'><gist>x</gist>\n"
              "<item id='c' in='d'>x</item></provision></clause>"),
      "4:1 'in' points to unknown item '4#d'; an item comes after the one it belongs to, in the same provision\n");
}

Test(builder, items_are_nested_8_deep_at_most)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'><edition id='a:1' name='A'><clause number='4' force='own'>\n"
                          "<provision id='1'><gist>x</gist><item id='i1'>x</item>\n");
  for (int i = 2; i <= 9; i++)
    fixture_printf(&memory, "<item id='i%d' in='i%d'>x</item>\n", i, i - 1);
  fixture_printf(&memory, "</provision></clause></edition></imsmap>");
  fixture_expect_messages(memory.data, "10:1 '4#i9' is nested in more than 8 items\n");
  ims_memory_free(&memory);
}

/* What is below an edition that the file breaks off in is half built: nobody may rely on it. */
Test(builder, an_edition_that_never_ends_does_no_harm)
{
  static const char broken[] = "<imsmap version='1'>\n<edition id='a:1' name='A'>\n" CLAUSE("4", "")
      CLAUSE("4.1", "parent='4'") CLAUSE("4.1.1", "parent='4.1'");
  static const char rows[] =
      DOC("<edition id='b:1' name='B'><clause number='1' force='own'/></edition>\n"
          "<mapping-set id='m' source='a:1' target='a:1'><relation source='4.1' is='disjoint' target='4.1.1'/>\n"
          "</mapping-set><mapping-set id='n' source='a:1' target='b:1'><none source='4.1.1'/>"
          "<relation source='4.1' is='equal' target='1'/></mapping-set>");
  const fixture_file files[] = { { "broken.xml", broken, 0 }, { "rows.xml", rows, 0 } };
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_files(files, 2, &diags, &model), IMS_INVALID);
  cr_expect_null(model);
  cr_assert_gt(diags.count, 0);
  cr_expect_eq(diags.list[0].id, IMS_DIAG_NOT_WELL_FORMED);
  for (size_t i = 1; i < diags.count; i++)
    cr_expect_neq(diags.list[i].id, IMS_DIAG_NONE_CONTRADICTED, "4.1 is not part of 4.1.1");
  fixture_diags_free(&diags);
}
