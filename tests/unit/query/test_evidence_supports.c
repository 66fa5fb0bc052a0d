#include "unit/fixture_shown.h"

static const char xml[] = DOC(
    NAMED_EDITION("hub:1", "name='H' kind='structure' hub='yes'",
                  CLAUSE("9", ALL, "<provision id='1' record='shared'><gist>H.</gist></provision>"))
        NAMED_EDITION("20000-1:2018", "name='M' kind='requirements'",
                      CLAUSE("5", ALL, P("1", "L.")) CLAUSE("8", ALL, P("1", "P."))
                          CLAUSE("9", ALL, P("1", "A.") "<provision id='2' record='own'><gist>R.</gist></provision>"))
            NAMED_EDITION("s:1", "name='S' kind='requirements'",
                          CLAUSE("5", ALL, P("1", "L.")) CLAUSE("8", ALL, P("1", "P.")))
                MAPPING("20000-1:2018", "hub:1", AS_IS("9#1", "9#1"))
                    MAPPING("20000-1:2018", "s:1", AS_IS("5#1", "5#1") AS_IS("8#1", "8#1")));

#define SMS "system id=SMS edition=20000-1:2018"
#define EXPECT_HERE(expected, system, demand, ...) EXPECT_OF(fixture_model(xml), expected, system, demand, __VA_ARGS__)

Test(evidence_supports, where_doing_it_leaves_a_record_a_document_alone_shows_the_method)
{
  EXPECT_HERE(IMSI_STATE_RUN, "SMS", "20000-1:2018/9#2", SMS, POLICY "20000-1:2018/9");
  EXPECT_HERE(IMSI_STATE_RUN, "SMS", "20000-1:2018/9#1", SMS, POLICY "20000-1:2018/9"); /* the structure says so */
  EXPECT_HERE(IMSI_STATE_EVIDENCED, "SMS", "20000-1:2018/9#2", SMS, MINUTES "20000-1:2018/9");
  EXPECT_HERE(IMSI_STATE_PARTIAL, "SMS", "20000-1:2018/9#2", SMS, LIST "20000-1:2018/9");
  EXPECT_HERE(IMSI_STATE_EVIDENCED, "SMS", "20000-1:2018/8#1", SMS, LIST "20000-1:2018/8");
}

Test(evidence_supports, what_another_party_has_is_no_leadership_of_its_own_and_serves_nobody_else)
{
  EXPECT_HERE(IMSI_STATE_GAP, "SMS", "20000-1:2018/5#1", SMS, POLICY "20000-1:2018/5 extent=inherited");
  EXPECT_HERE(IMSI_STATE_EVIDENCED, "SMS", "20000-1:2018/5#1", SMS, POLICY "20000-1:2018/5 extent=shared");
  EXPECT_HERE(IMSI_STATE_EVIDENCED, "SMS", "20000-1:2018/8#1", SMS, POLICY "20000-1:2018/8 extent=inherited");
  EXPECT_HERE(IMSI_STATE_REUSABLE, "ISMS", "s:1/8#1", SMS, ISMS, POLICY "20000-1:2018/8");
  EXPECT_HERE(IMSI_STATE_GAP, "ISMS", "s:1/8#1", SMS, ISMS, POLICY "20000-1:2018/8 extent=inherited");
}

Test(evidence_supports, a_record_that_names_no_system_is_that_of_the_only_one)
{
  EXPECT(IMSI_STATE_EVIDENCED, "A", "s:1/4#1", "system id=A edition=s:1", MINUTES "s:1/4");
  EXPECT(IMSI_STATE_GAP, "A", "s:1/4#1", "system id=A edition=s:1", "system id=B edition=s:1", MINUTES "s:1/4");
  EXPECT(IMSI_STATE_EVIDENCED, "A", "s:1/4#1", "system id=A edition=s:1", "system id=B edition=s:1",
         MINUTES "s:1/4 systems=A");
  EXPECT(IMSI_STATE_EVIDENCED, "A", "s:1/1#1", "system id=A edition=s:1", "system id=B edition=s:1", POLICY "s:1/1");
}

Test(evidence_supports, what_is_proposed_does_not_count_since_the_soa_names_it)
{
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1 coverage=proposed",
         "control id=A.1 applicable=yes documents=P");
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1 coverage=partial",
         "control id=A.1 applicable=yes documents=P");
  EXPECT(IMSI_STATE_EVIDENCED, "ISMS", "s:1/A.2#1", ISMS, POLICY "s:1/A.1 coverage=proposed",
         "control id=A.2 applicable=yes documents=P");
}

Test(evidence_supports, what_the_soa_says_is_not_done_no_document_shows_in_whole)
{
  EXPECT(IMSI_STATE_EVIDENCED, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1", "control id=A.1 applicable=yes");
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1",
         "control id=A.1 applicable=yes implementation=planned");
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1",
         "control id=A.1 applicable=yes implementation=partly");
  EXPECT(IMSI_STATE_PARTIAL, "ISMS", "s:1/A.1#1", ISMS, POLICY "s:1/A.1",
         "control id=A.1 applicable=yes implementation=not implemented");
}

Test(evidence_supports, a_claim_of_its_own_for_other_sites_is_extended)
{
  const imsi_shown shown = SHOW("QMS", "9001:1/4.1#1", QMS " sites=Ulm", POLICY "9001:1/4.1 sites=Bonn");
  cr_expect_eq(shown.state, IMSI_STATE_EXTEND);
  cr_expect_eq(shown.elsewhere, 0);
  EXPECT(IMSI_STATE_GAP, "QMS", "9001:1/4.1#1", QMS " sites=Ulm", MINUTES "9001:1/4.1 sites=Bonn");
  EXPECT(IMSI_STATE_GAP, "QMS", "9001:1/4.1#1", QMS " sites=Ulm", POLICY "9001:1/4.1 sites=Bonn coverage=partial");
}

#define SECOND "document id=P2 title=Policy kind=document clauses="

Test(evidence_supports, documents_that_reach_all_sites_together_count_as_one)
{
  EXPECT(IMSI_STATE_EVIDENCED, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn,Kiel", POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn services=X,Y", POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 services=X");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.1#1", QMS " sites=Ulm,Bonn", POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm coverage=partial");
  EXPECT(IMSI_STATE_PARTIAL, "QMS", "9001:1/4.2#1", QMS " sites=Ulm,Bonn", POLICY "9001:1/4.2 sites=Bonn",
         MINUTES "9001:1/4.2 sites=Ulm");
}

Test(evidence_supports, documents_that_reach_all_sites_together_serve_others_as_one)
{
  EXPECT(IMSI_STATE_REUSABLE, "ISMS", "s:1/1#1", QMS " sites=Ulm,Bonn", ISMS, POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS " sites=Ulm,Bonn,Kiel", ISMS, POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS " sites=Ulm,Bonn", ISMS, POLICY "9001:1/4.1 sites=Bonn",
         SECOND "9001:1/4.1 sites=Ulm extent=inherited");
  EXPECT(IMSI_STATE_GAP, "ISMS", "s:1/1#1", QMS " sites=Ulm,Bonn", ISMS, MINUTES "9001:1/4.1 sites=Bonn",
         "document id=M2 title=Minutes kind=record clauses=9001:1/4.1 sites=Ulm");
}

Test(evidence_supports, what_documents_leave_out_is_told_by_name)
{
  static const char *const lines[] = { QMS " sites=Ulm,Bonn,Kiel services=X,Y", POLICY "9001:1/4.1 sites=Bonn" };
  world w = open_world(lines, 2, DAY);
  imsi_vec supports = IMSI_VEC(imsi_support), names = IMSI_VEC(const char *);
  cr_assert_eq(imsi_evidence_supports(w.evidence, 0, fixture_node(w.model, "9001:1/4.1#1"), &supports), IMS_OK);
  cr_assert_eq(imsi_evidence_unreached(w.evidence, 0, &supports, &names), IMS_OK);
  cr_assert_eq(names.count, 2);
  cr_expect_str_eq(IMSI_AT(const char *, &names, 0), "Ulm");
  cr_expect_str_eq(IMSI_AT(const char *, &names, 1), "Kiel");
  cr_assert_eq(imsi_evidence_left_out_by(w.evidence, 0, IMSI_AT(imsi_support, &supports, 0).document, &names), IMS_OK);
  cr_expect_eq(names.count, 4);
  imsi_vec_free(&supports);
  imsi_vec_free(&names);
  close_world(&w);
}

/* How many sites none of the documents on 9001:1/4.1 is for, of a system with three. */
static size_t unreached_of(const char *first, const char *second)
{
  const char *const lines[] = { QMS " sites=Ulm,Bonn,Kiel", first, second };
  world w = open_world(lines, 3, DAY);
  imsi_vec supports = IMSI_VEC(imsi_support), names = IMSI_VEC(const char *);
  cr_assert_eq(imsi_evidence_supports(w.evidence, 0, fixture_node(w.model, "9001:1/4.1#1"), &supports), IMS_OK);
  cr_assert_eq(imsi_evidence_unreached(w.evidence, 0, &supports, &names), IMS_OK);
  const size_t count = names.count;
  imsi_vec_free(&supports);
  imsi_vec_free(&names);
  close_world(&w);
  return count;
}

Test(evidence_supports, a_claim_in_part_leaves_out_the_same_sites_as_one_of_all)
{
  cr_expect_eq(unreached_of(POLICY "9001:1/4.1 sites=Bonn coverage=partial", SECOND "9001:1/8"), 2);
  cr_expect_eq(unreached_of(POLICY "9001:1/4.1 sites=Bonn coverage=partial", SECOND "9001:1/4.1 sites=Ulm"), 1);
  cr_expect_eq(unreached_of(POLICY "9001:1/4.1 coverage=partial", SECOND "9001:1/4.1 sites=Ulm"), 0);
  cr_expect_eq(unreached_of(POLICY "9001:1/8", SECOND "9001:1/8"), 0); /* nothing is claimed */
}

static const char items[] = DOC(NAMED_EDITION("q:1", "name='Q' kind='requirements'",
                                              CLAUSE("4", ALL,
                                                     "<provision id='1'><gist>G.</gist>" ITEM("a", "have it")
                                                         ITEM("b", "keep proof") DOCUMENTED RECORDED "</provision>"))
                                    NAMED_EDITION("s:1", "name='S' kind='requirements'", CLAUSE("8", ALL, P("1", "S.")))
                                        MAPPING("q:1", "s:1", AS_IS("4#b", "8#1")));

Test(evidence_supports, an_item_of_what_lacks_its_record_serves_nobody)
{
  const imsi_shown shown = SHOW_OF(fixture_model(items), "ISMS", "s:1/8#1", "system id=Q edition=q:1", ISMS,
                                   "document id=P title=Policy kind=document clauses=q:1/4");
  cr_expect_eq(shown.state, IMSI_STATE_RELATED);
  cr_expect_eq(shown.need.obstacle, IMSI_OBSTACLE_RECORD);
  EXPECT_OF(fixture_model(items), IMSI_STATE_REUSABLE, "ISMS", "s:1/8#1", "system id=Q edition=q:1", ISMS,
            POLICY "q:1/4", MINUTES "q:1/4");
}
