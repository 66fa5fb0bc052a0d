#include "unit/check/fixture_check.h"

Test(outside_scope, a_site_a_service_or_an_owner_outside_is_told)
{
  fixture_expect_found(
      "T18",
      LINES(QMS " sites=Bonn,Kiel units=Shop,IT", ISMS " sites=Bonn units=IT services=Hosting",
            "document id=D1 title=Visitors systems=QMS,ISMS sites=Kiel,Bonn clauses=9001:2015/7.1.4",
            "document id=D2 title=Orders systems=QMS,ISMS owner=Shop services=Web clauses=9001:2015/8.2"),
      "3:21 warning: D1 Visitors | 27001:2022/4.3, requirement | ISMS\n"
      "  it is marked for ISMS, and its site 'Kiel' is not in the scope of ISMS\n"
      "  extend the scope, name who keeps it inside the scope, or take the mark off\n"
      "4:23 warning: D2 Orders | 27001:2022/4.3, requirement | ISMS\n"
      "  it is marked for ISMS, and its service 'Web' is not in the scope of ISMS\n"
      "  extend the scope, name who keeps it inside the scope, or take the mark off\n"
      "4:10 warning: D2 Orders | 27001:2022/4.3, requirement | ISMS\n"
      "  it is marked for ISMS, and its owner 'Shop' is not in the scope of ISMS\n"
      "  extend the scope, name who keeps it inside the scope, or take the mark off\n");
}

Test(outside_scope, what_is_inside_or_of_one_system_is_not_told)
{
  fixture_expect_found(
      "T18",
      LINES(QMS " sites=Bonn,Kiel units=IT", ISMS " sites=Bonn",
            "document id=D1 title=Visitors systems=QMS,ISMS sites=bonn owner=Miller clauses=9001:2015/7.1.4",
            "document id=D2 title=Gate systems=QMS sites=Kiel clauses=9001:2015/7.1.4"),
      "");
}

Test(outside_scope, without_scopes_nothing_can_be_said)
{
  fixture_expect_found(
      "T18", LINES(QMS, ISMS, "document id=D1 title=Visitors systems=QMS,ISMS sites=Bonn clauses=9001:2015/7.1.4"),
      "not looked for (-): no system lists its sites, units or services\n");
}
