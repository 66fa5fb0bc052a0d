#include "unit/check/fixture_check.h"

Test(scope_differs, what_only_one_scope_has_is_told)
{
  fixture_expect_found("T17", LINES(QMS " sites=Bonn,Kiel units=IT", ISMS " sites=Bonn services=Hosting"),
                       "1:21 info: QMS | 9001:2015/4.3, requirement | QMS, ISMS\n"
                       "  Sites: in the scope of QMS, not in that of ISMS: Kiel\n"
                       "  say why, in the note of one of the two; equal scopes are demanded by nobody\n"
                       "2:1 info: ISMS | 27001:2022/4.3#c, requirement | ISMS\n"
                       "  ISMS does not say where its work touches that of others\n"
                       "  describe the interfaces, and what the work depends on\n");
}

Test(scope_differs, a_note_is_a_reason)
{
  fixture_expect_found("T17",
                       LINES(QMS " sites=Bonn,Kiel note=Kiel has no information of worth",
                             ISMS " sites=bonn interfaces=The data centre is run by X"),
                       "");
}

Test(scope_differs, without_scopes_nothing_can_be_said)
{
  fixture_expect_found(
      "T17", LINES(QMS, ISMS " sites=Bonn interfaces=None"),
      "not looked for (QMS, ISMS): the scopes of QMS and ISMS cannot be compared: list sites, units or "
      "services of both\n");
}

Test(scope_differs, without_systems_nothing_can_be_said)
{
  fixture_expect_found("T17", LINES("document id=D1 title=Policy clauses=9001:2015/5.2"),
                       "not looked for (-): no system is listed with its scope\n");
}

Test(scope_differs, a_note_on_something_else_is_no_reason)
{
  fixture_expect_found("T17", LINES(QMS " sites=Bonn,Kiel", ISMS " sites=Bonn interfaces=None note=Being built"),
                       "1:21 info: QMS | 9001:2015/4.3, requirement | QMS, ISMS\n"
                       "  Sites: in the scope of QMS, not in that of ISMS: Kiel\n"
                       "  say why, in the note of one of the two; equal scopes are demanded by nobody\n");
}
