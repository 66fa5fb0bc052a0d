#include "query/evidence.h"

#include "property/tables.h"
#include "unit/fixture_shown.h"

/* Why the first claim of these lines counts for nobody. */
static imsi_doubt doubt_with(const char *const *lines, size_t count)
{
  world w = open_world(lines, count, DAY);
  const imsi_doubt doubt = imsi_evidence_doubt(w.evidence, 0);
  close_world(&w);
  return doubt;
}

#define DOUBT(...) doubt_with(LINES(__VA_ARGS__))

Test(evidence, a_claim_is_doubted_for_the_first_reason_that_fits)
{
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1"), IMSI_DOUBT_NONE);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.99 coverage=proposed"), IMSI_DOUBT_CLAUSE);
  cr_expect_eq(DOUBT(QMS, POLICY "g:1/1 status=draft"), IMSI_DOUBT_GUIDANCE);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/8#3"), IMSI_DOUBT_GUIDANCE);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 coverage=proposed status=draft"), IMSI_DOUBT_PROPOSED);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 status=draft approved=20270101"), IMSI_DOUBT_DRAFT);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 status=obsolete"), IMSI_DOUBT_OBSOLETE);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 approved=20261129"), IMSI_DOUBT_LATER);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 approved=20261128"), IMSI_DOUBT_NONE);
  cr_expect_eq(DOUBT(QMS, MINUTES "9001:1/4.1 from=20270101"), IMSI_DOUBT_LATER);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 to=20261127"), IMSI_DOUBT_ENDED);
  cr_expect_eq(DOUBT(QMS, POLICY "9001:1/4.1 to=20261128"), IMSI_DOUBT_NONE);
  cr_expect_eq(DOUBT(QMS, LIST "9001:1/4.1 to=20261127"), IMSI_DOUBT_ENDED);
  cr_expect_eq(DOUBT(QMS, MINUTES "9001:1/4.1 from=20200101 to=20201231"), IMSI_DOUBT_NONE);
  cr_expect_eq(DOUBT(ISMS, POLICY "s:0/1"), IMSI_DOUBT_EDITION);
  cr_expect_eq(DOUBT(QMS, ISMS, POLICY "9001:1/4.1 systems=ISMS"), IMSI_DOUBT_SYSTEM);
}

Test(evidence, a_claim_without_a_year_by_a_document_older_than_the_edition_cannot_mean_it)
{
#define OLD "document id=P title=Policy kind=document clauses="
  static const struct {
    const char *document;
    imsi_doubt doubt;
  } cases[] = {
    { OLD "~27001:2022/A.8.2 approved=20220502", IMSI_DOUBT_OLDER },
    { OLD "~27001:2022/A.8.2 from=20221024", IMSI_DOUBT_OLDER },
    { OLD "~27001:2022/A.8.2 approved=20221025", IMSI_DOUBT_NONE },
    { OLD "27001:2022/A.8.2 approved=20220502", IMSI_DOUBT_NONE },                        /* the year is said */
    { OLD "~27001:2022/A.8.2 approved=20220502 confirmed_on=20230110", IMSI_DOUBT_NONE }, /* somebody looked since */
    { OLD "~27001:2022/4.1 approved=20220502", IMSI_DOUBT_NONE },                         /* the same subject */
    { OLD "~27001:2022/A.5.30 approved=20220502", IMSI_DOUBT_NONE },                      /* none had that number */
    { OLD "~27001:2022/A.8.2", IMSI_DOUBT_NONE },
  };
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    const char *lines[] = { "system id=ISMS edition=27001:2022", cases[i].document };
    world w = open_world_of(tables_builtin(), lines, 2, DAY);
    cr_expect_eq(imsi_evidence_doubt(w.evidence, 0), cases[i].doubt, "%s", cases[i].document);
    close_world(&w);
  }
}

Test(evidence, a_document_for_other_sites_shows_nothing_and_for_some_of_them_a_part)
{
  cr_expect_eq(DOUBT(QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=Rome"), IMSI_DOUBT_SCOPE);
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=bonn");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=ULM,Bonn,Rome");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4.1 sites=Rome");
}

Test(evidence, dates_are_not_looked_at_without_a_day)
{
  static const char *const lines[] = { QMS, POLICY "9001:1/4.1 approved=29990101" };
  world w = open_world(lines, 2, 0);
  cr_expect_eq(imsi_evidence_doubt(w.evidence, 0), IMSI_DOUBT_NONE);
  close_world(&w);
}

Test(evidence, each_doubt_has_words_of_its_own)
{
  for (int a = 0; a < IMSI_DOUBT_COUNT; a++)
    for (int b = 0; b < a; b++)
      cr_expect_str_neq(imsi_doubt_text((imsi_doubt)a), imsi_doubt_text((imsi_doubt)b));
}

Test(evidence, a_claim_on_a_clause_is_one_on_each_demand_in_it)
{
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/8#2", QMS, POLICY "9001:1/8");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/8#2", QMS, POLICY "9001:1/8 coverage=partial");
  EXPECT(IMSI_STATE_GAP, "QMS", "9001:1/8#2", QMS, POLICY "9001:1/8#1");
}

Test(evidence, items_one_by_one_are_no_whole)
{
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.5#1", QMS, POLICY "9001:1/4.5#a,9001:1/4.5#b");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.5#1", QMS, POLICY "9001:1/4.5#1");
}

Test(evidence, each_kind_that_is_demanded_has_to_be_there)
{
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, LIST "9001:1/4.1");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.2#1", QMS, POLICY "9001:1/4.2");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.2#1", QMS, MINUTES "9001:1/4.2");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.2#1", QMS, LIST "9001:1/4.2"); /* its kind is not said */
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.3#1", QMS, MINUTES "9001:1/4.3");
  EXPECT(IMSI_STATE_RUN, "QMS", "9001:1/4.3#1", QMS, POLICY "9001:1/4.3");
  EXPECT(IMSI_STATE_RUN, "QMS", "9001:1/4.4#1", QMS, POLICY "9001:1/4.4");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.4#1", QMS, MINUTES "9001:1/4.4");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.4#1", QMS, MINUTES "9001:1/4.4", POLICY "9001:1/4");
}

Test(evidence, what_the_organization_decides_itself_is_not_lacking)
{
  static const char xml[] = DOC(NAMED_EDITION(
      "9001:1", "name='Q' kind='requirements'",
      CLAUSE("4", ALL, SAID("1", "<duty kind='document' verb='maintain' self-determined='yes'>d</duty>"))));
  const imsi_shown gap = SHOW_OF(fixture_model(xml), "QMS", "9001:1/4#1", QMS);
  cr_expect_eq(gap.state, IMSI_STATE_GAP);
  cr_expect_not(gap.lacks_document);
  EXPECT_OF(fixture_model(xml), IMSI_STATE_EVIDENCED, "QMS", "9001:1/4#1", QMS, POLICY "9001:1/4");
}

/* With a policy or minutes for the demand of a clause that plans, that asks for a record of it, that says no phase. */
static imsi_shown of_phase(const char *more, const char *body, const char *line)
{
  char xml[1024];
  const char *const lines[] = { QMS, line };
  snprintf(
      xml, sizeof xml,
      DOC(NAMED_EDITION("9001:1", "name='Q' kind='requirements'",
                        CLAUSE("6", ALL, "<provision id='1' force='requirement' %s><gist>G.</gist>%s</provision>"))),
      more, body);
  return shown_of(fixture_model(xml), "QMS", "9001:1/6#1", lines, 2);
}

Test(evidence, a_record_alone_does_not_show_how_something_is_planned)
{
  const imsi_shown planned = of_phase("phase='plan'", "", MINUTES "9001:1/6");
  cr_expect_eq(planned.state, IMSI_STATE_PARTIAL);
  cr_expect(planned.unplanned);
  cr_expect_eq(of_phase("phase='plan'", "", POLICY "9001:1/6").state, IMSI_STATE_EVIDENCED);
  cr_expect_eq(of_phase("phase='plan'", "", LIST "9001:1/6").state, IMSI_STATE_EVIDENCED); /* its kind is not said */
  cr_expect_eq(of_phase("phase='plan'", RECORDED, MINUTES "9001:1/6").state, IMSI_STATE_EVIDENCED);
  cr_expect_eq(of_phase("phase='do'", "", MINUTES "9001:1/6").state, IMSI_STATE_EVIDENCED);
  cr_expect_eq(of_phase("", "", MINUTES "9001:1/6").state, IMSI_STATE_EVIDENCED);
}

Test(evidence, what_is_lacking_is_told)
{
  const imsi_shown run = SHOW("QMS", "9001:1/4.4#1", QMS, POLICY "9001:1/4.4");
  cr_expect(run.own_method && run.lacks_record && !run.lacks_document);
  const imsi_shown part = SHOW("QMS", "9001:1/4.4#1", QMS, MINUTES "9001:1/4.4");
  cr_expect(!part.own_method && !part.lacks_record && part.lacks_document);
  const imsi_shown gap = SHOW("QMS", "9001:1/4.4#1", QMS);
  cr_expect(!gap.own_method && gap.lacks_record && gap.lacks_document);
}

Test(evidence, what_another_system_has_serves_as_far_as_somebody_says)
{
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1");
  EXPECT(IMSI_STATE_EXTEND, "ISMS", "s:1/2#1", QMS, ISMS, POLICY "9001:1/4.2");
  EXPECT(IMSI_STATE_RUN, "ISMS", "s:1/4#1", QMS, ISMS, POLICY "9001:1/4.4");
  EXPECT(IMSI_STATE_RELATED, "ISMS", "s:1/5#1", QMS, ISMS, POLICY "9001:1/8");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/6#1", QMS, ISMS, POLICY "9001:1/8");
  EXPECT(IMSI_STATE_UNEXAMINED, "ISMS", "s:1/7#1", QMS, ISMS, POLICY "9001:1/8");
}

Test(evidence, a_clause_serves_once_all_that_it_asks_is_had)
{
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/3#1", QMS, ISMS, POLICY "9001:1/8#1", LIST "9001:1/8#2 kind=document");
  EXPECT(IMSI_STATE_RELATED, "ISMS", "s:1/3#1", QMS, ISMS, POLICY "9001:1/8#1");
}

/* Of a clause whose list is not whole, what is not listed is only had if the clause is claimed as such. */
static imsi_state with_open_clause(const char *line)
{
  static const char xml[] = DOC(NAMED_EDITION("q:1", "name='Q' kind='requirements'", CLAUSE("9", "", P("1", "Q.")))
                                    NAMED_EDITION("s:1", "name='S' kind='requirements'", CLAUSE("8", ALL, P("1", "S.")))
                                        MAPPING("q:1", "s:1", AS_IS("9", "8#1")));
  const char *const lines[] = { "system id=QMS edition=q:1", ISMS, line };
  world w = { .model = fixture_model(xml) };
  w.given = fixture_register(w.model, lines, 3);
  cr_assert_eq(imsi_closure_new(w.model, &w.closure), IMS_OK);
  cr_assert_eq(imsi_evidence_new(w.model, w.given, w.closure, DAY, &w.evidence), IMS_OK);
  const imsi_state state = show(&w, "ISMS", "s:1/8#1").state;
  close_world(&w);
  return state;
}

Test(evidence, a_clause_that_is_not_listed_whole_serves_only_as_such)
{
  cr_expect_eq(with_open_clause(POLICY "q:1/9"), IMSI_STATE_REUSABLE);
  cr_expect_eq(with_open_clause(POLICY "q:1/9#1"), IMSI_STATE_RELATED);
  cr_expect_eq(with_open_clause(MINUTES "q:1/9"), IMSI_STATE_GAP);
}

Test(evidence, a_record_of_another_system_never_serves)
{
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS, ISMS, MINUTES "9001:1/4.1");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS, ISMS, LIST "9001:1/4.1"); /* it may be one */
}

Test(evidence, where_a_record_is_there_its_method_is_all_that_is_missing)
{
  EXPECT(IMSI_STATE_EVIDENCED, "ISMS", "s:1/4#1", QMS, ISMS, POLICY "9001:1/4.4", MINUTES "s:1/4");
  EXPECT(IMSI_STATE_RUN, "ISMS", "s:1/4#1", QMS, ISMS, POLICY "9001:1/4.4", MINUTES "s:1/4 status=draft");
}

Test(evidence, what_names_its_systems_has_to_name_this_one_first)
{
  const imsi_shown shown = SHOW("ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1 systems=QMS");
  cr_expect_eq(shown.state, IMSI_STATE_EXTEND);
  cr_expect(shown.unnamed);
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1 systems=QMS,ISMS");
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1 systems=QMS",
         LIST "9001:1/4 kind=document");
}

Test(evidence, a_second_system_of_one_standard_extends_what_the_first_has)
{
  const imsi_shown shown =
      SHOW("B", "s:1/1#1", "system id=A edition=s:1", "system id=B edition=s:1", POLICY "s:1/1 systems=A");
  cr_expect_eq(shown.state, IMSI_STATE_EXTEND);
  cr_expect(shown.unnamed);
  cr_expect_eq(shown.need.best.had.index, shown.demand.index);
}

Test(evidence, a_partial_claim_of_its_own_comes_before_what_is_related)
{
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/5#1", QMS, ISMS, POLICY "9001:1/8", LIST "s:1/5 coverage=partial");
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1", LIST "s:1/1 coverage=partial");
}

Test(evidence, the_statement_of_applicability_decides_on_controls)
{
  const imsi_shown out = SHOW("ISMS", "s:1/A.1#1", ISMS, "control id=A.1 applicable=no reason_out=No code");
  cr_expect_eq(out.state, IMSI_STATE_NOT_APPLICABLE);
  cr_expect_neq(out.exemption.index, IMS_NO_ENTRY);
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", ISMS, "control id=A.1 applicable=no");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.2#1", ISMS, "control id=A.1 applicable=no reason_out=No code");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", ISMS, "control id=A.1 applicable=yes",
         "exclusion clauses=s:1/A.1 exemption=not applicable reason=No");
}

Test(evidence, documents_that_the_soa_names_count_for_the_control)
{
  EXPECT(IMSI_STATE_EVIDENCED, "ISMS", "s:1/A.1#1", ISMS, "document id=D title=D kind=document",
         "control id=A.1 applicable=yes documents=x,D");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", ISMS, "document id=D title=D kind=document status=draft",
         "control id=A.1 applicable=yes documents=D");
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/A.1#1", ISMS, "document id=D title=D kind=document",
         "control id=A.1 applicable=yes documents=D implementation=partly");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", ISMS, "document id=D title=D kind=document",
         "control id=A.1 applicable=yes documents=D implementation=planned");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", QMS, ISMS, "document id=D title=D kind=document systems=QMS",
         "control id=A.1 applicable=yes documents=D");
}

Test(evidence, an_open_nonconformity_lowers_what_is_evidenced)
{
  const imsi_shown shown =
      SHOW("QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4", "finding id=F title=F clauses=9001:1/4.1 grade=minor");
  cr_expect_eq(shown.state, IMSI_STATE_PARTIAL);
  cr_expect_neq(shown.finding.index, IMS_NO_ENTRY);
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4", "finding id=F title=F clauses=9001:1/4");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.2#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 grade=observation");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 progress=closed");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 closed=20261128");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 closed=20261129 progress=closed");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, ISMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 systems=ISMS");
}

Test(evidence, an_open_nonconformity_is_told_whatever_the_state)
{
  static const char finding[] = "finding id=F title=F clauses=9001:1/4 grade=major";
  const imsi_shown run = SHOW("QMS", "9001:1/4.4#1", QMS, POLICY "9001:1/4", finding);
  cr_expect_eq(run.state, IMSI_STATE_RUN);
  cr_expect(run.finding.index != IMS_NO_ENTRY && !run.lowered);
  const imsi_shown gap = SHOW("QMS", "9001:1/4.4#1", QMS, finding);
  cr_expect_eq(gap.state, IMSI_STATE_GAP);
  cr_expect_neq(gap.finding.index, IMS_NO_ENTRY);
  const imsi_shown out =
      SHOW("QMS", "9001:1/8#1", QMS, "exclusion clauses=9001:1/8 exemption=not applicable reason=None",
           "finding id=F title=F clauses=9001:1/8#1");
  cr_expect_eq(out.state, IMSI_STATE_NOT_APPLICABLE);
  cr_expect_neq(out.finding.index, IMS_NO_ENTRY);
}

Test(evidence, of_two_fields_that_contradict_each_other_the_cautious_one_holds)
{
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 closed=20261101 progress=open");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 closed=20261101 progress=planned");
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS, POLICY "9001:1/4",
         "finding id=F title=F clauses=9001:1/4.1 closed=20261101 progress=closed");
}

Test(evidence, every_finding_that_is_open_is_told_once)
{
  static const char *const lines[] = { QMS, "finding id=F title=F clauses=9001:1/4,9001:1/4.1",
                                       "finding id=G title=G clauses=9001:1/4.1 closed=20261101",
                                       "finding id=H title=H clauses=9001:1/4.1#1" };
  world w = open_world(lines, 4, DAY);
  imsi_vec findings = IMSI_VEC(ims_entry);
  cr_assert_eq(imsi_evidence_findings(w.evidence, 0, fixture_node(w.model, "9001:1/4.1#1"), &findings), IMS_OK);
  cr_assert_eq(findings.count, 2);
  cr_expect_str_eq(ims_entry_name(w.given, IMSI_AT(ims_entry, &findings, 0)), "F");
  cr_expect_str_eq(ims_entry_name(w.given, IMSI_AT(ims_entry, &findings, 1)), "H");
  imsi_vec_free(&findings);
  close_world(&w);
}

Test(evidence, what_a_nonconformity_is_open_against_serves_no_other_system)
{
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS, ISMS, POLICY "9001:1/4.1",
         "finding id=F title=F clauses=9001:1/4.1#1");
}

Test(evidence, supports_come_as_they_stand_and_then_those_of_the_soa)
{
  static const char *const lines[] = { ISMS, POLICY "s:1/A.1#1", MINUTES "s:1/A.1 coverage=partial",
                                       "document id=D title=D", "control id=A.1 applicable=yes documents=D" };
  world w = open_world(lines, 5, DAY);
  imsi_vec supports = IMSI_VEC(imsi_support);
  cr_assert_eq(imsi_evidence_supports(w.evidence, 0, fixture_node(w.model, "s:1/A.1#1"), &supports), IMS_OK);
  cr_assert_eq(supports.count, 3);
  const imsi_support *s = supports.data;
  cr_expect_str_eq(ims_entry_name(w.given, s[0].document), "P");
  cr_expect(s[0].whole && s[0].kind == IMS_IS_DOCUMENT && s[0].claim == 0 && s[0].pos.line == 2);
  cr_expect(!s[1].whole && s[1].kind == IMS_IS_RECORD && s[1].claim == 1);
  cr_expect_str_eq(ims_entry_name(w.given, s[2].document), "D");
  cr_expect(s[2].whole && s[2].claim == IMS_NO_ENTRY && s[2].pos.line == 5);
  imsi_vec_free(&supports);
  close_world(&w);
}

/* The state of a demand of s:1 where 9001 is certified; these lines are all that the register has. */
static imsi_state beside(const char *demand, const char *const *lines, size_t count)
{
  world w = { .model = fixture_evidence_standards() };
  w.given = fixture_register(w.model, lines, count);
  const imsi_region have = { fixture_edition(w.model, "9001:1"), { IMS_NO_NODE } };
  const imsi_beside certificate = { .had = &have, .count = 1 };
  cr_assert_eq(imsi_closure_new(w.model, &w.closure), IMS_OK);
  cr_assert_eq(imsi_evidence_new_beside(w.model, w.given, w.closure, DAY, &certificate, &w.evidence), IMS_OK);
  const imsi_state state = show(&w, "ISMS", demand).state;
  close_world(&w);
  return state;
}

Test(evidence, a_certificate_beside_the_register_is_had)
{
  static const char *const lines[] = { ISMS };
  cr_expect_eq(beside("s:1/1#1", lines, 1), IMSI_STATE_REUSABLE);
  cr_expect_eq(beside("s:1/3#1", lines, 1), IMSI_STATE_REUSABLE);
}

Test(evidence, what_the_register_says_is_out_or_open_no_certificate_has)
{
  static const char *const lines[] = { ISMS, QMS, "finding id=F title=F clauses=9001:1/4.1",
                                       "exclusion clauses=9001:1/8#2 exemption=not applicable reason=No design" };
  cr_expect_eq(beside("s:1/1#1", lines, 4), IMSI_STATE_GAP);
  cr_expect_eq(beside("s:1/3#1", lines, 4), IMSI_STATE_RELATED); /* half of the clause is left */
  cr_expect_eq(beside("s:1/2#1", lines, 4), IMSI_STATE_EXTEND);
}

/* The state of a demand for a system that the register does not have. */
static imsi_state without_system(const char *demand, const char *const *lines, size_t count)
{
  world w = open_world(lines, count, DAY);
  imsi_shown shown;
  size_t systems;
  ims_register_systems(w.given, &systems);
  cr_assert_eq(imsi_evidence_show(w.evidence, (uint32_t)systems, fixture_node(w.model, demand), &shown), IMS_OK);
  close_world(&w);
  return shown.state;
}

Test(evidence, a_system_that_is_not_there_may_use_what_all_have)
{
  static const char *const lines[] = { QMS, POLICY "9001:1/4.1", LIST "9001:1/4.2 kind=document systems=QMS" };
  cr_expect_eq(without_system("s:1/1#1", lines, 3), IMSI_STATE_REUSABLE);
  cr_expect_eq(without_system("s:1/2#1", lines, 3), IMSI_STATE_EXTEND);
  cr_expect_eq(without_system("s:1/3#1", lines, 3), IMSI_STATE_GAP);
  cr_expect_eq(without_system("9001:1/4.1#1", lines, 3), IMSI_STATE_EXTEND);
}

Test(evidence, a_newer_edition_is_of_the_same_system)
{
  static const char *const older[] = { "system id=ISMS edition=s:0", POLICY "s:0/1 systems=ISMS" };
  static const char *const other[] = { QMS, POLICY "9001:1/4.1 systems=QMS" };
  cr_expect_eq(without_system("s:1/7#1", older, 2), IMSI_STATE_REUSABLE);
  cr_expect_eq(without_system("s:1/1#1", other, 2), IMSI_STATE_EXTEND);
}
