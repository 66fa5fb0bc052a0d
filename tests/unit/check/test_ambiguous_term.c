#include "unit/check/fixture_check.h"

Test(ambiguous_term, a_word_that_standards_use_differently_is_told)
{
  fixture_expect_found(
      "T20",
      LINES(QMS, SMS, ISMS,
            "document id=D1 title=Incident procedure systems=SMS,ISMS clauses=20000-1:2018/8.6.1,27001:2022/A.5.24",
            "document id=D2 title=Release policy systems=QMS,SMS scope=All services clauses=20000-1:2018/8.5.3"),
      "4:2 info: D1 Incident procedure | -, advice | SMS, ISMS\n"
      "  it speaks of 'incident', which is not the same in ISO/IEC 20000-1:2018 and in ISO/IEC "
      "27000:2018\n"
      "  say in it which meaning is taken, or name the thing in full\n"
      "5:2 info: D2 Release policy | -, advice | QMS, SMS\n"
      "  it speaks of 'release', which is not the same in ISO 9000:2015 and in ISO/IEC 20000-1:2018\n"
      "  say in it which meaning is taken, or name the thing in full\n"
      "5:2 info: D2 Release policy | -, advice | QMS, SMS\n"
      "  it speaks of 'service', which is not the same in ISO 9000:2015 and in ISO/IEC 20000-1:2018\n"
      "  say in it which meaning is taken, or name the thing in full\n");
}

Test(ambiguous_term, one_system_or_a_definition_settles_it)
{
  fixture_expect_found("T20",
                       LINES(QMS, SMS, ISMS,
                             "document id=D1 title=Incident procedure systems=SMS clauses=20000-1:2018/8.6.1",
                             "document id=D2 title=Incident procedure systems=SMS,ISMS note=Terms are defined in "
                             "chapter 2 clauses=20000-1:2018/8.6.1",
                             "document id=D3 title=Problem procedure systems=SMS,ISMS clauses=20000-1:2018/8.6.3"),
                       "");
}

Test(ambiguous_term, a_longer_term_says_what_is_meant)
{
  fixture_expect_found(
      "T20", LINES(QMS, SMS, "document id=D1 title=Service level agreement systems=QMS,SMS clauses=20000-1:2018/8.3.3"),
      "");
}
