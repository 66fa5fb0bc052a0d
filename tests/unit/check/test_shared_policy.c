#include "unit/check/fixture_check.h"

Test(shared_policy, commitments_and_approval_are_needed_for_each_system)
{
  fixture_expect_found(
      "T19",
      LINES(QMS, SMS, ISMS,
            "document id=D1 title=Policy of the company type=policy systems=QMS,SMS,ISMS approvers=QMS: Miller,Smith "
            "(SMS) clauses=9001:2015/5.2,20000-1:2018/5.2"),
      "4:7 error: D1 Policy of the company | 27001:2022/5.2, requirement | ISMS\n"
      "  it is marked for ISMS, and is not claimed for 27001:2022/5.2 (Policy), which lists the "
      "commitments\n"
      "  see whether the commitments are in it, and claim them; else write them, or take the mark off\n"
      "4:12 error: D1 Policy of the company | 27001:2022/5.2, requirement | ISMS\n"
      "  it is marked for ISMS, and nobody has approved it for ISMS\n"
      "  have it approved by whoever leads that system, and name him or her\n");
}

Test(shared_policy, an_approver_without_a_system_approves_for_all)
{
  fixture_expect_found("T19",
                       LINES(QMS, ISMS,
                             "document id=D1 title=Policy of the company systems=QMS,ISMS approvers=Miller "
                             "clauses=9001:2015/5.2,27001:2022/5.2"),
                       "");
}

Test(shared_policy, a_policy_on_one_subject_needs_approval_where_it_is_asked_for)
{
  fixture_expect_found("T19",
                       LINES(SMS, ISMS,
                             "document id=D1 title=Security policy systems=SMS,ISMS approvers=27001: Miller "
                             "clauses=20000-1:2018/8.7.3.1,27001:2022/A.5.1",
                             "document id=D2 title=Security policy systems=SMS,ISMS approved=20260101 "
                             "clauses=20000-1:2018/8.7.3.1,27001:2022/A.5.1"),
                       "3:12 error: D1 Security policy | 20000-1:2018/8.7.3.1, requirement | SMS\n"
                       "  it is marked for SMS, and nobody has approved it for SMS\n"
                       "  have it approved by whoever leads that system, and name him or her\n");
}

Test(shared_policy, a_policy_of_one_system_may_be_one_on_a_subject_in_another)
{
  fixture_expect_found("T19",
                       LINES(SMS, ISMS,
                             "document id=D1 title=Security policy systems=SMS,ISMS approvers=Miller "
                             "clauses=20000-1:2018/8.7.3.1,27001:2022/5.2,27001:2022/A.5.1"),
                       "");
}
