#include "unit/check/fixture_check.h"

Test(leadership, leadership_of_somebody_else_is_told)
{
  fixture_expect_found("T28",
                       LINES(SMS, "document id=D1 title=Policy of the group clauses=20000-1:2018/5 party=Holding",
                             "document id=D2 title=Context extent=inherited clauses=20000-1:2018/4.1",
                             "document id=D3 title=Scope owner=Holding clauses=20000-1:2018/4.3",
                             "party title=Holding run_by=internal"),
                       "3:1 error: D2 Context | 20000-1:2018/4.1, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/4.1 (Understanding the organization and its context) is "
                       "another party's: D2\n"
                       "  show with documents of your own that you lead and decide\n"
                       "4:1 error: D3 Scope | 20000-1:2018/4.3, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/4.3 (Determining the scope of the service management "
                       "system) is another party's: D3\n"
                       "  show with documents of your own that you lead and decide\n"
                       "2:26 error: D1 Policy of the group | 20000-1:2018/5.1, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/5.1 (Leadership and commitment) is another party's: D1\n"
                       "  show with documents of your own that you lead and decide\n"
                       "2:26 error: D1 Policy of the group | 20000-1:2018/5.2, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/5.2 (Policy) is another party's: D1\n"
                       "  show with documents of your own that you lead and decide\n"
                       "2:26 error: D1 Policy of the group | 20000-1:2018/5.3, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/5.3 (Organizational roles, responsibilities and "
                       "authorities) is another party's: D1\n"
                       "  show with documents of your own that you lead and decide\n");
}

Test(leadership, one_document_of_ones_own_is_enough)
{
  fixture_expect_found("T28",
                       LINES(SMS, "document id=D1 title=Policy of the group clauses=20000-1:2018/5 party=Holding",
                             "document id=D2 title=Roles clauses=20000-1:2018/5.1,20000-1:2018/5.2.1,20000-1:2018/5.3",
                             "document id=D3 title=Scope owner=Holding extent=shared clauses=20000-1:2018/4.3",
                             "party title=Holding"),
                       "");
}

Test(leadership, without_evidence_nothing_can_be_said)
{
  fixture_expect_found("T28", LINES(SMS),
                       "not looked for (SMS): no evidence of SMS that counts is registered for 20000-1:2018/4 (Context "
                       "of the organization)\n"
                       "not looked for (SMS): no evidence of SMS that counts is registered for 20000-1:2018/5 "
                       "(Leadership)\n");
}

Test(leadership, one_clause_is_enough)
{
  fixture_expect_found("T28",
                       LINES(SMS, "document id=D1 title=Governance clauses=20000-1:2018/5.1 extent=inherited",
                             "document id=D2 title=Policy clauses=20000-1:2018/5.2",
                             "document id=D3 title=Scope clauses=20000-1:2018/4"),
                       "2:1 error: D1 Governance | 20000-1:2018/5.1, requirement | SMS\n"
                       "  all evidence of SMS for 20000-1:2018/5.1 (Leadership and commitment) is another party's: D1\n"
                       "  show with documents of your own that you lead and decide\n");
}
