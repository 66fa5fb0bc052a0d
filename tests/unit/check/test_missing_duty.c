#include "unit/check/fixture_check.h"

Test(missing_duty, a_document_that_nothing_stands_for_is_told)
{
  fixture_expect_found(
      "T08",
      LINES(ISMS,
            "document id=D1 title=ISMS scope kind=document "
            "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10 "
            "status=draft",
            "document id=D2 title=All documents kind=document "
            "clauses=27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10",
            "document id=R2 title=All records kind=record "
            "clauses=27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10"),
      "1:1 error: ISMS | 27001:2022/4.3#2, requirement | ISMS\n"
      "  no document is registered for: scope of the ISMS. Does not count: D1: the document is a draft or under "
      "revision\n"
      "  register it, or write it\n");
}

Test(missing_duty, what_is_there_or_did_not_occur_is_not_told)
{
  fixture_expect_found(
      "T08",
      LINES(ISMS,
            "document id=D1 title=All documents kind=document "
            "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9",
            "document id=R1 title=All records kind=record "
            "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9",
            "exclusion systems=ISMS clauses=27001:2022/10.2#3 exemption=no occurrence reason=None yet"),
      "");
}

Test(missing_duty, nothing_is_asked_of_a_control_before_it_is_included)
{
  fixture_expect_found(
      "T08",
      LINES(ISMS,
            "document id=D1 title=All documents kind=document "
            "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10",
            "document id=R1 title=All records kind=record "
            "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10",
            "control id=A.5.9 systems=ISMS applicable=yes reason=Risk 1",
            "control id=A.5.10 systems=ISMS applicable=no reason_out=No assets"),
      "1:1 error: ISMS | 27001:2022/A.5.9#1, control | ISMS\n"
      "  no document is registered for: inventory of information and assets, with owners\n"
      "  register it, or write it\n");
}

Test(missing_duty, without_documents_nothing_can_be_said)
{
  fixture_expect_found("T08", LINES(ISMS), "not looked for (-): the register lists no documents\n");
}

Test(missing_duty, what_the_organization_finds_necessary_itself_nobody_can_miss)
{
  fixture_expect_found("T08",
                       LINES(QMS,
                             "document id=D1 title=All documents kind=document "
                             "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7.1,9001:2015/7.2,9001:2015/"
                             "8,9001:2015/9,9001:2015/10,9001:2015/4.4.2#a,9001:2015/8.1#e,"
                             "9001:2015/8.2.4#1,9001:2015/8.5.1#1",
                             "document id=R1 title=All records kind=record "
                             "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7.1,9001:2015/7.2,9001:2015/"
                             "8,9001:2015/9,9001:2015/10"),
                       "");
}

Test(missing_duty, what_is_only_asked_for_where_something_is_the_case_is_a_question)
{
  fixture_expect_found("T08",
                       LINES(ISMS,
                             "document id=D1 title=All documents kind=document "
                             "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9",
                             "document id=R1 title=All records kind=record "
                             "clauses=27001:2022/4,27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9"),
                       "1:1 info: ISMS | 27001:2022/10.2#3, requirement | ISMS\n"
                       "  no record is registered for: nonconformities, actions and results of corrective action (a "
                       "nonconformity has occurred)\n"
                       "  where that is the case register it, or write it; where it did not occur, say so with the "
                       "reason\n");
}

Test(missing_duty, a_plan_is_no_statement_of_applicability)
{
  static const char *const but_treatment =
      "clauses=27001:2022/4,27001:2022/5,27001:2022/6.1.2,27001:2022/6.1.3#e,27001:2022/6.1.3#2,27001:2022/6.2,"
      "27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10";
  char documents[300], records[300];
  snprintf(documents, sizeof documents, "document id=D1 title=All documents kind=document %s", but_treatment);
  snprintf(records, sizeof records, "document id=R1 title=All records kind=record %s", but_treatment);
  fixture_expect_found("T08", LINES(ISMS, documents, records),
                       "1:1 error: ISMS | 27001:2022/6.1.3#1, requirement | ISMS\n"
                       "  no document is registered for: Statement of Applicability\n"
                       "  register it, or write it\n");
  fixture_expect_found(
      "T08", LINES(ISMS, documents, records, "control id=A.5.1 systems=ISMS applicable=no reason_out=None"), "");
}

Test(missing_duty, an_unconfirmed_duty_is_no_error_and_says_so)
{
  fixture_expect_found(
      "T08",
      LINES(SMS,
            "document id=D1 title=Design of new or changed services kind=document "
            "clauses=20000-1:2018/4,20000-1:2018/5,20000-1:2018/6,20000-1:2018/7,20000-1:2018/8.1,20000-1:2018/"
            "8.2,20000-1:2018/8.3,20000-1:2018/8.5,20000-1:2018/8.6,20000-1:2018/8.7,20000-1:2018/9,20000-1:2018/10,"
            "20000-1:2018/8.3.4.1#2,20000-1:2018/8.3.4.2#1,20000-1:2018/8.5.2.2#1",
            "document id=R1 title=All records kind=record "
            "clauses=20000-1:2018/4,20000-1:2018/5,20000-1:2018/6,20000-1:2018/7,20000-1:2018/8,20000-1:2018/"
            "9,20000-1:2018/10"),
      "1:1 info: SMS | 20000-1:2018/8.4.3#1, requirement | SMS\n"
      "  no document is registered for: capacity requirements (unconfirmed: no source was seen that lists it)\n"
      "  see in the standard whether it asks for it; if so register it, or write it\n");
}

Test(missing_duty, a_list_of_what_other_clauses_ask_for_asks_for_nothing_itself)
{
  ims_model *model = tables_builtin();
  size_t count;
  ims_node_duties(model, fixture_node(model, "20000-1:2018/7.5.4#1"), &count);
  cr_expect_eq(count, 0);
  ims_model_free(model);
}

Test(missing_duty, what_is_claimed_with_a_clause_only_may_not_be_what_a_case_asks_for)
{
  fixture_expect_found("T08",
                       LINES(QMS,
                             "document id=D1 title=All documents kind=document "
                             "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8.1,9001:2015/"
                             "8.5,9001:2015/9,9001:2015/10,9001:2015/4.4.2#a,9001:2015/8.1#e,9001:2015/8.5.1#1",
                             "document id=D2 title=Orders kind=document clauses=9001:2015/8",
                             "document id=R1 title=All records kind=record "
                             "clauses=9001:2015/4,9001:2015/5,9001:2015/6,9001:2015/7,9001:2015/8,9001:2015/"
                             "9,9001:2015/10"),
                       "1:1 info: QMS | 9001:2015/8.2.4#1, requirement | QMS\n"
                       "  no document is registered for: Documents that state the changed requirements (requirements "
                       "have changed), only D2 with the clause\n"
                       "  where that is the case register it, or write it; where it did not occur, say so with the "
                       "reason\n");
}

Test(missing_duty, what_is_claimed_and_of_a_kind_that_nobody_said_may_be_there)
{
  fixture_expect_found("T08",
                       LINES(ISMS, "document id=D1 title=Boundaries clauses=27001:2022/4.3",
                             "document id=D2 title=All documents kind=document "
                             "clauses=27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10",
                             "document id=R2 title=All records kind=record "
                             "clauses=27001:2022/5,27001:2022/6,27001:2022/7,27001:2022/8,27001:2022/9,27001:2022/10"),
                       "1:1 warning: ISMS | 27001:2022/4.3#2, requirement | ISMS\n"
                       "  no document is registered for: scope of the ISMS, only D1, and whether that is a document or "
                       "a record is not said\n"
                       "  fill in the kind of what is claimed; if that is not it, register what is, or write it\n");
}
