#include "unit/check/fixture_check.h"

Test(duplicate_policy, two_documents_on_one_subject_are_told_with_a_proposal)
{
  fixture_expect_found(
      "T31",
      LINES(
          QMS, ISMS, "document id=D1 title=Audit procedure systems=QMS approvers=QMS: Miller clauses=9001:2015/9.2",
          "document id=D2 title=ISMS audits type=Procedure systems=ISMS clauses=27001:2022/9.2",
          "document id=D3 title=Lieferanten type=Richtlinie systems=QMS clauses=9001:2015/8.4",
          "document id=D4 title=Cloud policy systems=ISMS approvers=Smith clauses=27001:2022/A.5.23,27001:2022/A.5.19"),
      "4:2 info: D2 ISMS audits | -, advice | QMS, ISMS\n"
      "  'D1' and 'D2' treat the same subject, each for one system: Internal audit\n"
      "  one document could serve both; it has to keep what each system asks for, and its approvals "
      "(QMS: Miller, ISMS: not named)\n"
      "6:2 info: D4 Cloud policy | -, advice | QMS, ISMS\n"
      "  'D3' and 'D4' treat the same subject, each for one system: Suppliers and other parties\n"
      "  one document with a part for each system could serve both; it has to keep what each system "
      "asks for, and its approvals (QMS: not named, ISMS: Smith)\n");
}

Test(duplicate_policy, records_shared_documents_and_subjects_to_be_kept_apart_are_not_told)
{
  fixture_expect_found("T31",
                       LINES(QMS, SMS, ISMS,
                             "document id=D1 title=Audit procedure systems=QMS,ISMS clauses=9001:2015/9.2",
                             "document id=D2 title=ISMS audit procedure systems=ISMS clauses=27001:2022/9.2",
                             "document id=R1 title=Audit 1 procedure kind=record systems=QMS clauses=9001:2015/9.2",
                             "document id=D3 title=Plan policy systems=SMS clauses=20000-1:2018/6.3",
                             "document id=D4 title=Plan policy systems=QMS clauses=9001:2015/6.2.2"),
                       "");
}

Test(duplicate_policy, only_rules_are_compared)
{
  fixture_expect_found("T31",
                       LINES(QMS, ISMS, "document id=D1 title=Audit procedure systems=QMS clauses=9001:2015/9.2",
                             "document id=D2 title=Audit plan systems=ISMS clauses=27001:2022/9.2",
                             "document id=D3 title=Audits type=Register systems=ISMS clauses=27001:2022/9.2"),
                       "");
}

Test(duplicate_policy, a_group_on_one_subject_is_told_once)
{
  fixture_expect_found(
      "T31",
      LINES(QMS, SMS, ISMS, "document id=D1 title=Supplier policy systems=QMS clauses=9001:2015/8.4",
            "document id=D2 title=Supplier policy systems=SMS approvers=Jones clauses=20000-1:2018/8.3.4",
            "document id=D3 title=Supplier policy systems=ISMS clauses=27001:2022/A.5.19"),
      "6:2 info: D3 Supplier policy | -, advice | QMS, SMS, ISMS\n"
      "  'D1', 'D2' and 'D3' treat the same subject, each for one system: Suppliers and other parties\n"
      "  one document with a part for each system could serve all; it has to keep what each system asks "
      "for, and its approvals (QMS: not named, SMS: Jones, ISMS: not named)\n");
}
