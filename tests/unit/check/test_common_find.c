#include "check/common.h"

#include "property/tables.h"
#include "unit/check/fixture_check.h"

static ims_model *model;
static ims_register *evidence;
static imsi_arena arena;
static imsi_check_run run;

static void make(void)
{
  static const char *const lines[] = {
    "system id=QMS edition=9001:2015 sites=Bonn,Kiel",
    "system id=SMS edition=20000-1:2018 sites=kiel",
    "system id=ISMS edition=27001:2022 sites=Ulm services=Hosting",
    "document id=D1 title=Policy systems=QMS clauses=9001:2015/8.4",
    "document id=D2 title=D1 kind=record status=obsolete",
    "document id=D3 title=Policy",
    "process id=P1 title=Purchasing owner=A. Adams",
  };
  model = tables_builtin();
  evidence = fixture_register(model, lines, sizeof lines / sizeof *lines);
  run = (imsi_check_run){ .model = model, .given = evidence, .arena = &arena };
}

static void drop(void)
{
  cr_expect_eq(run.status, IMS_OK);
  imsi_check_end(&run);
  imsi_arena_free(&arena);
  ims_register_free(evidence);
  ims_model_free(model);
}

TestSuite(common_find, .init = make, .fini = drop);

static const char *id(ims_entry entry)
{
  return entry.index == IMS_NO_ENTRY ? "none" : imsi_check_field(&run, entry, IMS_FIELD_ID);
}

static const ims_system *system_at(size_t index)
{
  size_t count;
  const ims_system *systems = ims_register_systems(evidence, &count);
  cr_assert_lt(index, count);
  return &systems[index];
}

static ims_node node(const char *edition, const char *name)
{
  return ims_node_find(model, ims_edition_find(model, edition, strlen(edition)), name, strlen(name));
}

Test(common_find, a_document_is_meant_by_its_id_before_any_title)
{
  cr_expect_str_eq(id(imsi_check_document(&run, "D1")), "D1");
  cr_expect_str_eq(id(imsi_check_document(&run, "d3")), "D3");
  cr_expect_str_eq(id(imsi_check_document(&run, "policy")), "D1", "the first of that title");
  cr_expect_str_eq(id(imsi_check_document(&run, "Purchasing")), "none", "that is a process");
  cr_expect_str_eq(id(imsi_check_named(&run, IMS_ENTRY_PROCESS, "Purchasing")), "P1");
}

Test(common_find, what_a_document_says_of_itself)
{
  const ims_entry d1 = imsi_check_document(&run, "D1"), d2 = imsi_check_document(&run, "D2");
  cr_expect(imsi_check_is_record(&run, d2));
  cr_expect_not(imsi_check_is_record(&run, d1), "it does not say");
  cr_expect(imsi_check_is_obsolete(&run, d2));
  cr_expect_not(imsi_check_is_obsolete(&run, d1));
  cr_expect_str_eq(imsi_check_field(&run, d1, IMS_FIELD_OWNER), "");
  cr_expect(imsi_check_concerns(&run, d1, system_at(0)));
  cr_expect_not(imsi_check_concerns(&run, d1, system_at(1)));
  cr_expect(imsi_check_concerns(&run, d2, system_at(1)), "it does not say of which");
}

Test(common_find, a_claim_touches_what_it_names_and_what_is_in_it_or_around_it)
{
  const ims_entry d1 = imsi_check_document(&run, "D1");
  cr_expect(imsi_check_claims(&run, d1, node("9001:2015", "8.4")));
  cr_expect(imsi_check_claims(&run, d1, node("9001:2015", "8.4.1")));
  cr_expect(imsi_check_claims(&run, d1, node("9001:2015", "8")));
  cr_expect_not(imsi_check_claims(&run, d1, node("9001:2015", "8.5")));
  cr_expect_not(imsi_check_claims(&run, d1, node("20000-1:2018", "8.4")));
}

Test(common_find, scopes_meet_are_apart_or_are_not_known)
{
  cr_expect_eq(imsi_check_scopes(&run, system_at(0), system_at(1)), IMSI_SCOPES_MEET, "case aside");
  cr_expect_eq(imsi_check_scopes(&run, system_at(0), system_at(2)), IMSI_SCOPES_APART);
  ims_system unlisted = *system_at(0);
  unlisted.entry.index = IMS_NO_ENTRY;
  cr_expect_eq(imsi_check_scopes(&run, &unlisted, system_at(1)), IMSI_SCOPES_UNKNOWN);
}

Test(common_find, a_set_of_systems_is_counted)
{
  cr_expect_eq(imsi_check_count(0), 0);
  cr_expect_eq(imsi_check_count(5), 2);
}
