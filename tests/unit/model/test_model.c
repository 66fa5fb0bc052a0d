#include "unit/complete_document.h"
#include "unit/fixture_model.h"

static ims_model *model;

static void set_up(void)
{
  model = fixture_model(complete_document());
}

static void tear_down(void)
{
  ims_model_free(model);
}

TestSuite(model, .init = set_up, .fini = tear_down);

static const char *name_or_none(ims_node node)
{
  return node.index == IMS_NO_NODE ? "none" : ims_node_name(model, node);
}

Test(model, editions_come_in_natural_order_and_are_found_by_id)
{
  static const char *const ids[] = { "a:1", "a:2", "c:1", "g:1", "h:1" };
  cr_assert_eq(ims_edition_count(model), 5);
  for (size_t i = 0; i < 5; i++) {
    const ims_edition *edition = ims_edition_at(model, i);
    cr_expect_str_eq(edition->id, ids[i]);
    cr_expect_eq(edition->index, i);
    cr_expect_eq(ims_edition_find(model, ids[i], 3), edition);
  }
  cr_expect_null(ims_edition_find(model, "a", 1));
  cr_expect_null(ims_edition_find(model, "4.1", 3), "a string of the model that is no edition");
  cr_expect_null(ims_edition_find(model, "nowhere seen", 12));
  cr_expect_null(ims_edition_find(model, "", 0));
}

Test(model, the_natural_order_of_editions_counts_numbers)
{
  ims_model *m = fixture_model(DOC("<edition id='27001:2022' name='x'/><edition id='9001:2026' name='x'/>"
                                   "<edition id='9001:2015' name='x'/><edition id='20000-1:2018' name='x'/>"));
  static const char *const ids[] = { "9001:2015", "9001:2026", "20000-1:2018", "27001:2022" };
  for (size_t i = 0; i < 4; i++) {
    cr_expect_str_eq(ims_edition_at(m, i)->id, ids[i]);
    cr_expect_eq(ims_edition_find(m, ids[i], strlen(ids[i])), ims_edition_at(m, i));
  }
  ims_model_free(m);
}

Test(model, an_edition_says_what_its_attributes_say)
{
  const ims_edition *e = fixture_edition(model, "a:2");
  cr_expect_str_eq(e->name, "ISO A:2");
  cr_expect_str_eq(e->family, "f");
  cr_expect_str_eq(e->title, "Standard A");
  cr_expect_str_eq(e->discipline, "quality");
  cr_expect_str_eq(e->published, "2015-09-15");
  cr_expect_str_eq(e->valid_until, "2029-09");
  cr_expect_str_eq(e->replaces, "a:1");
  cr_expect_str_eq(e->basis, "b");
  cr_expect_eq(e->kind, IMS_EDITION_REQUIREMENTS);
  cr_expect_eq(e->status, IMS_EDITION_TRANSITION);
  cr_expect(e->is_default && !e->is_hub && e->provisional);
  cr_expect_str_eq(e->pos.file, "test.xml");
  cr_expect_str_eq(e->vocabulary, "a:1");
  cr_expect_str_eq(e->prints, "DIN a:2001-01; BS a:2001");
  cr_expect_str_eq(e->gist, "What it is for.");
  cr_expect_eq(e->pos.line, 12);
  cr_expect_eq(e->pos.column, 3);
}

Test(model, what_is_not_said_is_empty_and_never_null)
{
  const ims_edition *e = fixture_edition(model, "c:1");
  cr_expect_str_eq(e->family, "");
  cr_expect_str_eq(e->title, "");
  cr_expect_str_eq(e->discipline, "");
  cr_expect_str_eq(e->published, "");
  cr_expect_str_eq(e->valid_until, "");
  cr_expect_str_eq(e->replaces, "");
  cr_expect_str_eq(e->basis, "");
  cr_expect_eq(e->kind, IMS_EDITION_KIND_UNSAID);
  cr_expect(!e->is_default && !e->is_hub && !e->provisional);
  const ims_node_info info = ims_node_get(model, fixture_node(model, "c:1/4#1"));
  cr_expect_str_eq(info.condition, "");
  cr_expect_str_eq(info.basis, "");
  cr_expect_eq(info.confidence, -1);
}

Test(model, notes_and_amendments_belong_to_their_edition)
{
  size_t count = 99;
  const ims_text *notes = ims_edition_notes(model, fixture_edition(model, "a:2"), &count);
  cr_assert_eq(count, 1);
  cr_expect_str_eq(notes[0].text, "of the edition");
  cr_expect_eq(notes[0].pos.line, 16);
  cr_expect_eq(notes[0].pos.column, 5);
  const ims_amendment *amendments = ims_edition_amendments(model, fixture_edition(model, "a:2"), &count);
  cr_assert_eq(count, 1);
  cr_expect_str_eq(amendments[0].id, "Amd 1");
  cr_expect_str_eq(amendments[0].published, "2024-02");
  cr_expect_str_eq(amendments[0].basis, "b");
  cr_expect_str_eq(amendments[0].note, "what it changed");
  cr_expect_eq(amendments[0].pos.line, 17);
  ims_edition_notes(model, fixture_edition(model, "h:1"), &count);
  cr_expect_eq(count, 0);
  ims_edition_amendments(model, fixture_edition(model, "c:1"), &count);
  cr_expect_eq(count, 0);
}

Test(model, nodes_of_an_edition_come_in_document_order)
{
  static const char *const names[] = { "term:incident", "4",     "4.1",   "4.1#1", "4.1#a", "4.1#b",
                                       "4.1#b1",        "4.1#2", "4.1#3", "4.2",   "4.2#1", "5" };
  const ims_edition *e = fixture_edition(model, "a:2");
  cr_assert_eq(e->count, sizeof names / sizeof *names);
  for (uint32_t i = 0; i < e->count; i++) {
    const ims_node node = { e->first.index + i };
    cr_expect_str_eq(ims_node_name(model, node), names[i]);
    cr_expect_eq(ims_node_edition(model, node), e);
    cr_expect_eq(ims_node_find(model, e, names[i], strlen(names[i])).index, node.index);
  }
}

Test(model, a_name_is_found_in_the_edition_asked_for)
{
  const ims_node in_a = fixture_node(model, "a:2/4.1"), in_h = fixture_node(model, "h:1/4.1");
  cr_expect_neq(in_a.index, in_h.index);
  cr_expect_eq(ims_node_edition(model, in_a), fixture_edition(model, "a:2"));
  cr_expect_eq(ims_node_edition(model, in_h), fixture_edition(model, "h:1"));
  cr_expect_eq(ims_node_find(model, fixture_edition(model, "c:1"), "4.1", 3).index, IMS_NO_NODE);
  cr_expect_eq(ims_node_find(model, fixture_edition(model, "a:2"), "never seen", 10).index, IMS_NO_NODE);
  cr_expect_eq(ims_node_find(model, fixture_edition(model, "a:2"), "", 0).index, IMS_NO_NODE);
}

Test(model, the_hierarchy_can_be_walked_in_document_order)
{
  const ims_node clause = fixture_node(model, "a:2/4.1"), chapter = fixture_node(model, "a:2/4");
  cr_expect_str_eq(name_or_none(ims_node_parent(model, clause)), "4");
  cr_expect_str_eq(name_or_none(ims_node_parent(model, chapter)), "none");
  cr_expect_str_eq(name_or_none(ims_node_child(model, chapter)), "4.1");
  cr_expect_str_eq(name_or_none(ims_node_next(model, clause)), "4.2");
  const ims_node provision = ims_node_child(model, clause);
  cr_expect_str_eq(name_or_none(provision), "4.1#1");
  cr_expect_str_eq(name_or_none(ims_node_next(model, provision)), "4.1#2");
  cr_expect_str_eq(name_or_none(ims_node_child(model, provision)), "4.1#a");
  const ims_node b = fixture_node(model, "a:2/4.1#b"), b1 = fixture_node(model, "a:2/4.1#b1");
  cr_expect_str_eq(name_or_none(ims_node_child(model, b)), "4.1#b1");
  cr_expect_str_eq(name_or_none(ims_node_parent(model, b1)), "4.1#b");
  cr_expect_str_eq(name_or_none(ims_node_next(model, b)), "none");
  cr_expect_str_eq(name_or_none(ims_node_clause(model, b1)), "4.1");
  cr_expect_str_eq(name_or_none(ims_node_clause(model, clause)), "4.1");
  cr_expect_str_eq(name_or_none(ims_node_child(model, fixture_node(model, "a:2/5"))), "none");
}

Test(model, a_node_says_what_its_attributes_say)
{
  const ims_node_info info = ims_node_get(model, fixture_node(model, "a:2/4.1#1"));
  cr_expect_eq(info.kind, IMS_PROVISION);
  cr_expect_eq(info.edition, fixture_edition(model, "a:2"));
  cr_expect_str_eq(info.name, "4.1#1");
  cr_expect_str_eq(info.text, "Know what matters.");
  cr_expect_eq(info.force, IMS_REQUIREMENT);
  cr_expect_eq(info.applies, IMS_SYSTEM);
  cr_expect_eq(info.phase, IMS_PLAN);
  cr_expect_str_eq(info.condition, "there is one");
  cr_expect_eq(info.method, IMS_EXTEND);
  cr_expect_eq(info.record, IMS_SHARED);
  cr_expect_eq(info.standing, IMS_REVIEWED);
  cr_expect_eq(info.confidence, 850);
  cr_expect_str_eq(info.basis, "b");
  cr_expect_eq(info.pos.line, 24);
  cr_expect_eq(info.pos.column, 7);
  const ims_node_info clause = ims_node_get(model, fixture_node(model, "a:2/4.1"));
  cr_expect_eq(clause.unconfirmed, IMS_TITLE_UNCONFIRMED);
  cr_expect(clause.whole);
  cr_expect_not(ims_node_get(model, fixture_node(model, "a:2/5")).whole);
  cr_expect_str_eq(clause.text, "Issues");
}

Test(model, force_comes_from_the_nearest_that_says_it)
{
  cr_expect_eq(ims_node_force(model, fixture_node(model, "a:2/4.1#2")), IMS_REQUIREMENT);
  cr_expect_eq(ims_node_force(model, fixture_node(model, "a:2/4.1#b1")), IMS_REQUIREMENT);
  cr_expect_eq(ims_node_force(model, fixture_node(model, "a:2/4.1#3")), IMS_GUIDANCE);
  cr_expect_eq(ims_node_force(model, fixture_node(model, "h:1/4.2#a")), IMS_COMMON);
  cr_expect_eq(ims_node_force(model, fixture_node(model, "a:2/term:incident")), IMS_FORCE_UNSAID);
}

Test(model, a_clause_demands_if_a_provision_of_its_own_binds)
{
  cr_expect(ims_node_demands(model, fixture_node(model, "a:2/4.1")));
  cr_expect_not(ims_node_demands(model, fixture_node(model, "a:2/4")), "a heading");
  cr_expect_not(ims_node_demands(model, fixture_node(model, "a:2/5")));
  ims_model *m =
      fixture_model(DOC("<edition id='a:1' name='A'><clause number='1' force='requirement'>"
                        "<provision id='1' force='guidance'><gist>note</gist></provision>"
                        "<provision id='2' force='permission'><gist>may</gist></provision></clause></edition>"));
  cr_expect_not(ims_node_demands(m, fixture_node(m, "a:1/1")));
  ims_model_free(m);
}

Test(model, notes_and_duties_belong_to_their_node)
{
  size_t count = 99;
  const ims_text *notes = ims_node_notes(model, fixture_node(model, "a:2/4.1"), &count);
  cr_assert_eq(count, 1);
  cr_expect_str_eq(notes[0].text, "of a clause");
  notes = ims_node_notes(model, fixture_node(model, "a:2/term:incident"), &count);
  cr_assert_eq(count, 1);
  cr_expect_str_eq(notes[0].text, "of a term");
  ims_node_notes(model, fixture_node(model, "a:2/4.2"), &count);
  cr_expect_eq(count, 0);
  const ims_duty *duties = ims_node_duties(model, fixture_node(model, "a:2/4.1#1"), &count);
  cr_assert_eq(count, 2);
  cr_expect_eq(duties[0].kind, IMS_DOCUMENT);
  cr_expect_eq(duties[0].verb, IMS_MAINTAIN);
  cr_expect_str_eq(duties[0].text, "list of issues");
  cr_expect_str_eq(duties[0].condition, "asked for");
  cr_expect_str_eq(duties[0].basis, "b");
  cr_expect_eq(duties[0].pos.line, 31);
  cr_expect_eq(duties[1].kind, IMS_RECORD);
  cr_expect_eq(duties[1].verb, IMS_RETAIN);
  cr_expect_not(duties[0].self_determined);
  cr_expect(duties[1].self_determined);
  cr_expect_eq(duties[0].item.index, IMS_NO_NODE);
  cr_expect_eq(duties[1].item.index, fixture_node(model, "a:2/4.1#b1").index);
  cr_expect_not(duties[0].unconfirmed);
  cr_expect(duties[1].unconfirmed);
  cr_expect_not(duties[0].in_soa);
  cr_expect(duties[1].in_soa);
  ims_node_duties(model, fixture_node(model, "a:2/4.1#2"), &count);
  cr_expect_eq(count, 0);
}

Test(model, an_overlay_is_found_at_its_node_only)
{
  cr_expect_str_eq(ims_node_overlay(model, fixture_node(model, "a:2/4.1#1")), "licensed words");
  cr_expect_str_eq(ims_node_overlay(model, fixture_node(model, "h:1/4.1#1")), "");
}

Test(model, a_relation_says_what_its_row_says)
{
  cr_assert_eq(ims_relation_count(model), 7);
  const ims_row row = ims_relation_at(model, 0);
  cr_expect_str_eq(row.mapping->id, "a-h");
  cr_expect_str_eq(ims_node_name(model, row.source), "4.1#1");
  cr_expect_str_eq(ims_node_name(model, row.target), "4.1#1");
  cr_expect_eq(row.relation, IMS_SUPERSET);
  cr_expect_eq(row.rationale, IMS_FUNCTIONAL);
  cr_expect_eq(row.method, IMS_SEPARATE);
  cr_expect_eq(row.record, IMS_SHARED);
  cr_expect_eq(row.standing, IMS_VERIFIED);
  cr_expect_eq(row.move, IMS_CARRIED);
  cr_expect_eq(row.strength, 9);
  cr_expect_eq(row.confidence, 1000);
  cr_expect_str_eq(row.basis, "b");
  cr_expect_str_eq(row.common, "know the issues");
  cr_expect_str_eq(row.source_only, "strategy");
  cr_expect_str_eq(row.target_only, "");
  cr_expect_str_eq(row.note, "first second");
  cr_expect_str_eq(row.pos.file, "test.xml");
  cr_expect_gt(row.pos.line, 0);
  cr_expect_eq(row.pos.column, 5);
}

Test(model, a_row_takes_what_it_does_not_say_from_its_mapping)
{
  const ims_row row = ims_relation_at(model, 1);
  cr_expect_eq(row.rationale, IMS_SEMANTIC);
  cr_expect_eq(row.method, IMS_AS_IS);
  cr_expect_eq(row.record, IMS_RECORD_OWN);
  cr_expect_eq(row.standing, IMS_PROPOSED);
  cr_expect_eq(row.confidence, 900);
  cr_expect_str_eq(row.basis, "b");
  cr_expect_eq(row.strength, -1);
  cr_expect_eq(row.move, IMS_MOVE_UNSAID);
  const ims_row silent = ims_relation_at(model, 5);
  cr_expect_str_eq(silent.mapping->id, "c-h");
  cr_expect_eq(silent.rationale, IMS_RATIONALE_UNSAID);
  cr_expect_eq(silent.confidence, -1);
  cr_expect_str_eq(silent.basis, "");
  cr_expect_str_eq(silent.common, "");
}

Test(model, a_verdict_has_one_side_and_no_relation)
{
  cr_assert_eq(ims_verdict_count(model), 4);
  const ims_row gone = ims_verdict_at(model, 0);
  cr_expect_str_eq(ims_node_name(model, gone.source), "5");
  cr_expect_eq(gone.target.index, IMS_NO_NODE);
  cr_expect_eq(gone.relation, IMS_CONTRADICTION);
  cr_expect_eq(gone.move, IMS_DROPPED);
  cr_expect_eq(gone.standing, IMS_REVIEWED);
  cr_expect_eq(gone.confidence, 750);
  cr_expect_str_eq(gone.note, "gone");
  cr_expect_eq(gone.rationale, IMS_RATIONALE_UNSAID, "rationale is about a pair");
  cr_expect_eq(gone.method, IMS_METHOD_UNSAID, "reuse is about a pair");
  const ims_row added = ims_verdict_at(model, 1);
  cr_expect_eq(added.source.index, IMS_NO_NODE);
  cr_expect_str_eq(ims_node_name(model, added.target), "6#1");
  cr_expect_eq(added.move, IMS_NEW);
  cr_expect_eq(added.standing, IMS_PROPOSED, "from its mapping");
}

Test(model, a_verdict_holds_for_the_parts_and_only_for_its_edition)
{
  ims_model *m = fixture_model(
      DOC("<edition id='a:1' name='A'><clause number='4' force='requirement'/>"
          "<clause number='4.1' parent='4' force='requirement'><provision id='1'><gist>x</gist><item id='a'>y</item>"
          "</provision></clause><clause number='5' force='requirement'/></edition>"
          "<edition id='b:1' name='B'><clause number='1' force='requirement'/></edition>"
          "<edition id='c:1' name='C'/>"
          "<mapping-set id='m' source='a:1' target='b:1'><none source='4'/><none target='1'/></mapping-set>"
          "<mapping-set id='n' source='c:1' target='a:1'><none target='4.1'/></mapping-set>"));
  const ims_edition *a = fixture_edition(m, "a:1"), *b = fixture_edition(m, "b:1"), *c = fixture_edition(m, "c:1");
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "a:1/4"), b), 0);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "a:1/4.1#a"), b), 0);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "a:1/5"), b), SIZE_MAX);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "b:1/1"), a), 1);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "b:1/1"), c), SIZE_MAX);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "a:1/4.1#1"), c), 2);
  cr_expect_eq(ims_node_verdict(m, fixture_node(m, "a:1/4"), c), SIZE_MAX, "said of a part, not of the whole");
  ims_model_free(m);
}

Test(model, relations_are_found_from_both_ends)
{
  size_t count = 99;
  const ims_node a = fixture_node(model, "a:2/4.1#1"), h = fixture_node(model, "h:1/4.1#1");
  const uint32_t *out = ims_node_relations(model, a, false, &count);
  cr_assert_eq(count, 2);
  cr_expect_eq(out[0], 0);
  cr_expect_eq(out[1], 6);
  ims_node_relations(model, a, true, &count);
  cr_expect_eq(count, 0);
  const uint32_t *in = ims_node_relations(model, h, true, &count);
  cr_assert_eq(count, 3);
  cr_expect_eq(in[0], 0);
  cr_expect_eq(in[1], 3);
  cr_expect_eq(in[2], 4);
}

Test(model, mappings_families_bases_and_topics_can_be_listed)
{
  cr_assert_eq(ims_mapping_count(model), 4);
  const ims_mapping *loose = ims_mapping_at(model, 1);
  cr_expect_str_eq(loose->id, "c-h");
  cr_expect(loose->loose);
  cr_expect_eq(loose->source, fixture_edition(model, "c:1"));
  cr_expect_eq(loose->target, fixture_edition(model, "h:1"));
  cr_expect_not(ims_mapping_at(model, 0)->loose);
  cr_assert_eq(ims_family_count(model), 1);
  cr_expect_str_eq(ims_family_at(model, 0)->name, "Family");
  cr_expect_str_eq(ims_family_at(model, 0)->title, "A family");
  cr_assert_eq(ims_basis_count(model), 1);
  cr_expect_str_eq(ims_basis_at(model, 0)->title, "A basis & more");
  cr_expect_str_eq(ims_basis_at(model, 0)->href, "https://example.org/?a=1&b=2");
  cr_expect_str_eq(ims_basis_at(model, 0)->read_on, "2026-11-21");
  cr_assert_eq(ims_topic_count(model), 1);
  const ims_topic *topic = ims_topic_at(model, 0);
  cr_expect_str_eq(topic->id, "t");
  cr_expect_eq(topic->verdict, IMS_MERGE_WITH_ANNEX);
  cr_expect_eq(topic->said.standing, IMS_PROPOSED);
  cr_assert_eq(topic->member_count, 2);
  cr_expect_eq(topic->members[0].index, fixture_node(model, "a:2/4.1").index);
  cr_expect_eq(topic->members[1].index, fixture_node(model, "h:1/4.1#1").index);
}

Test(model, equal_strings_are_the_same_pointer)
{
  const char *a = ims_node_get(model, fixture_node(model, "a:2/4")).text;
  const char *h = ims_node_get(model, fixture_node(model, "h:1/4")).text;
  cr_expect_str_eq(a, "Context");
  cr_expect_eq(a, h);
}

Test(model, an_empty_model_answers_every_question)
{
  ims_model *empty = fixture_model(DOC(""));
  cr_expect_eq(ims_edition_count(empty), 0);
  cr_expect_eq(ims_node_count(empty), 0);
  cr_expect_eq(ims_mapping_count(empty), 0);
  cr_expect_eq(ims_relation_count(empty), 0);
  cr_expect_eq(ims_verdict_count(empty), 0);
  cr_expect_eq(ims_topic_count(empty), 0);
  cr_expect_null(ims_edition_find(empty, "9001:2015", 9));
  ims_model_free(empty);
  ims_model_free(NULL);
}

Test(model, an_edition_without_clauses_answers_too)
{
  ims_model *m = fixture_model(DOC("<edition id='a:1' name='A'/><edition id='b:1' name='B'><note>x</note></edition>"));
  size_t count = 99;
  ims_edition_notes(m, fixture_edition(m, "a:1"), &count);
  cr_expect_eq(count, 0);
  ims_edition_notes(m, fixture_edition(m, "b:1"), &count);
  cr_expect_eq(count, 1);
  cr_expect_eq(fixture_edition(m, "a:1")->count, 0);
  ims_model_free(m);
}
