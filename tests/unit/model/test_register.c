#include "ims/register.h"

#include "unit/fixture_model.h"
#include "unit/fixture_register.h"

#define CLAUSE(number) "<clause number='" number "' title='T' force='requirement'/>"
#define EDITION(id, more, clauses) "<edition id='" id "' name='" id "' " more ">" clauses "</edition>"

static const char editions[] =
    DOC(EDITION("a:1", "kind='requirements' default='yes'", CLAUSE("4") CLAUSE("5"))
            EDITION("a:2", "kind='requirements'", CLAUSE("4")) EDITION("b:1", "kind='requirements'", CLAUSE("4"))
                EDITION("g:1", "kind='guidance'", CLAUSE("4")));

typedef struct state {
  ims_model *model;
  ims_register *evidence;
} state;

#define MAKE(...)                                                                                                      \
  make((const char *const[]){ __VA_ARGS__ }, sizeof((const char *const[]){ __VA_ARGS__ }) / sizeof(char *))

static state make(const char *const *lines, size_t count)
{
  ims_model *model = fixture_model(editions);
  return (state){ model, fixture_register(model, lines, count) };
}

static void drop(state s)
{
  ims_register_free(s.evidence);
  ims_model_free(s.model);
}

static ims_entry document(const state *s, const char *id)
{
  return ims_register_find(s->evidence, IMS_ENTRY_DOCUMENT, id);
}

Test(register, entries_are_told_apart_by_kind_and_found_by_id)
{
  state s = MAKE("document id=D-2 title=Two", "process id=P title=Run", "document id=D-1 title=One kind=record");
  cr_expect_eq(ims_register_count(s.evidence, IMS_ENTRY_DOCUMENT), 2);
  cr_expect_eq(ims_register_count(s.evidence, IMS_ENTRY_FINDING), 0);
  const ims_entry first = ims_register_entry(s.evidence, IMS_ENTRY_DOCUMENT, 0);
  cr_expect_str_eq(ims_entry_name(s.evidence, first), "D-2");
  cr_expect_eq(document(&s, "d-1").index, 2, "without regard to case");
  cr_expect_eq(document(&s, "P").index, IMS_NO_ENTRY);
  cr_expect_eq(ims_entry_kind_of(s.evidence, (ims_entry){ 1 }), IMS_ENTRY_PROCESS);
  cr_expect_eq(ims_entry_word(s.evidence, document(&s, "D-1"), IMS_FIELD_KIND), IMS_IS_RECORD);
  cr_expect_eq(ims_entry_word(s.evidence, document(&s, "D-2"), IMS_FIELD_KIND), 0);
  drop(s);
}

Test(register, a_field_has_its_value_and_its_place)
{
  state s = MAKE("document id=D title=Two words approved=20260131 processes=x,y capability=3");
  const ims_entry d = document(&s, "D");
  size_t count;
  cr_expect_str_eq(ims_entry_text(s.evidence, d, IMS_FIELD_TITLE), "Two words");
  cr_expect_str_eq(ims_entry_text(s.evidence, d, IMS_FIELD_OWNER), "");
  cr_expect_eq(ims_entry_day(s.evidence, d, IMS_FIELD_APPROVED), 20260131);
  cr_expect_eq(ims_entry_number(s.evidence, d, IMS_FIELD_CAPABILITY), 3);
  cr_expect_eq(ims_entry_number(s.evidence, d, IMS_FIELD_PERSONNEL), -1);
  const char *const *parts = ims_entry_list(s.evidence, d, IMS_FIELD_PROCESSES, &count);
  cr_assert_eq(count, 2);
  cr_expect_str_eq(parts[1], "y");
  cr_expect_null(ims_entry_list(s.evidence, d, IMS_FIELD_SITES, &count));
  cr_expect_eq(count, 0);
  const ims_pos pos = ims_entry_pos(s.evidence, d, IMS_FIELD_TITLE);
  cr_expect_str_eq(pos.file, "register");
  cr_expect_eq(pos.line, 1);
  cr_expect_eq(pos.column, IMS_FIELD_TITLE + 1);
  cr_expect_eq(ims_entry_pos(s.evidence, d, IMS_FIELD_OWNER).column, 1, "of the entry");
  drop(s);
}

Test(register, systems_that_nobody_lists_follow_from_what_is_cited)
{
  state s = MAKE("system id=ISMS edition=b:1", "document id=D clauses=a:2/4,g:1/4", "document id=E clauses=a:1/5",
                 "document id=F clauses=b:1/4 systems=ISMS", "document id=G");
  size_t count;
  const ims_system *systems = ims_register_systems(s.evidence, &count);
  cr_assert_eq(count, 2, "guidance makes no system");
  cr_expect_str_eq(systems[0].id, "ISMS");
  cr_expect_str_eq(systems[1].id, "a");
  cr_expect_str_eq(systems[1].edition->id, "a:1", "the default edition of those cited");
  cr_expect_eq(systems[1].entry.index, IMS_NO_ENTRY);
  cr_expect_eq(ims_entry_systems(s.evidence, document(&s, "D")), 2);
  cr_expect_eq(ims_entry_systems(s.evidence, document(&s, "F")), 1);
  cr_expect_eq(ims_entry_systems(s.evidence, document(&s, "G")), 0);
  cr_expect(ims_entry_names_systems(s.evidence, document(&s, "F")));
  cr_expect_not(ims_entry_names_systems(s.evidence, document(&s, "D")));
  drop(s);
}

Test(register, claims_are_found_by_entry_and_by_node)
{
  state s = MAKE("document id=D clauses=a:1/5,a:1/4,a:1/9", "document id=E clauses=a:1/4 coverage=proposed");
  size_t count;
  const ims_claim *claims = ims_entry_claims(s.evidence, document(&s, "D"), &count);
  cr_assert_eq(count, 3);
  cr_expect_str_eq(claims[0].text, "5");
  cr_expect_eq(claims[2].node.index, IMS_NO_NODE);
  const uint32_t *of_node = ims_node_claims(s.evidence, fixture_node(s.model, "a:1/4"), &count);
  cr_assert_eq(count, 2);
  cr_expect_eq(ims_claim_at(s.evidence, of_node[0])->entry.index, document(&s, "D").index);
  cr_expect_not(ims_claim_at(s.evidence, of_node[1])->confirmed);
  cr_expect_null(ims_node_claims(s.evidence, fixture_node(s.model, "b:1/4"), &count));
  cr_expect_eq(ims_claim_count(s.evidence), 4);
  drop(s);
}

Test(register, an_entry_that_is_taken_back_leaves_nothing)
{
  ims_model *model = fixture_model(editions);
  ims_register *evidence;
  ims_entry entry;
  uint32_t sheet;
  const ims_sheet file = { .file = "f", .name = "S", .how = "", .edition = "" };
  cr_assert_eq(imsi_register_new(model, &evidence), IMS_OK);
  cr_assert_eq(imsi_register_sheet(evidence, &file, &sheet), IMS_OK);
  cr_assert_eq(imsi_register_entry(evidence, IMS_ENTRY_DOCUMENT, sheet, 1, 1, &entry), IMS_OK);
  cr_assert_eq(imsi_register_value(evidence, IMS_FIELD_ID, "gone", 4, 0, 1, 1), IMS_OK);
  imsi_register_drop(evidence);
  cr_assert_eq(imsi_register_entry(evidence, IMS_ENTRY_DOCUMENT, sheet, 2, 1, &entry), IMS_OK);
  cr_assert_eq(imsi_register_value(evidence, IMS_FIELD_ID, "first", 5, 0, 2, 1), IMS_OK);
  cr_assert_eq(imsi_register_value(evidence, IMS_FIELD_ID, "last", 4, 0, 2, 2), IMS_OK);
  cr_assert_eq(imsi_register_finish(evidence), IMS_OK);
  cr_expect_eq(ims_register_count(evidence, IMS_ENTRY_DOCUMENT), 1);
  cr_expect_str_eq(ims_entry_name(evidence, entry), "last");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(register, kinds_of_entries_know_their_fields)
{
  size_t count;
  const ims_field *fields = ims_entry_kind_fields(IMS_ENTRY_PARTY, &count);
  cr_assert_eq(count, 7);
  cr_expect_eq(fields[0], IMS_FIELD_TITLE);
  cr_expect_eq(fields[6], IMS_FIELD_NOTE);
  cr_expect(ims_field_required(IMS_ENTRY_PARTY, IMS_FIELD_TITLE));
  cr_expect_not(ims_field_required(IMS_ENTRY_PARTY, IMS_FIELD_NOTE));
  cr_expect_not(ims_field_required(IMS_ENTRY_PARTY, IMS_FIELD_ID));
  cr_expect_str_eq(ims_entry_kind_key(IMS_ENTRY_PARTY), "party");
  cr_expect_str_eq(ims_entry_kind_title(IMS_ENTRY_CONTROL), "SoA");
  cr_expect_str_eq(ims_field_key(IMS_FIELD_NEXT_REVIEW), "next_review");
  cr_expect_eq(ims_field_kind_of(IMS_FIELD_NEXT_REVIEW), IMS_HOLDS_DAY);
}

Test(register, words_have_the_values_of_their_enumeration)
{
  cr_expect_str_eq(ims_field_word(IMS_FIELD_KIND, IMS_IS_RECORD), "record");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_COVERAGE, IMS_CLAIM_PROPOSED), "proposed");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_STATUS, IMS_OBSOLETE), "obsolete");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_EXTENT, IMS_EXTENT_INHERITED), "inherited");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_RUN_BY, IMS_PARTY_CUSTOMER), "customer");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_APPLICABLE, IMS_APPLICABLE_NO), "no");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_IMPLEMENTATION, IMS_NOT_IMPLEMENTED), "not implemented");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_EXEMPTION, IMS_NO_OCCURRENCE), "no occurrence");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_PROGRESS, IMS_PROGRESS_CLOSED), "closed");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_GRADE, IMS_OBSERVATION), "observation");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_GRADE, 4), "");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_GRADE, 0), "");
  cr_expect_str_eq(ims_field_word(IMS_FIELD_TITLE, 1), "");
}

Test(register, a_day_is_one_of_the_calendar)
{
  static const ims_day good[] = { 20260101, 20240229, 20000229, 99991231 };
  static const ims_day bad[] = { 0, 20260230, 20230229, 19000229, 20261301, 20260100, 20260132, 100, 15820101 };
  for (size_t i = 0; i < sizeof good / sizeof *good; i++)
    cr_expect(ims_day_valid(good[i]), "%d", good[i]);
  for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
    cr_expect_not(ims_day_valid(bad[i]), "%d", bad[i]);
}
