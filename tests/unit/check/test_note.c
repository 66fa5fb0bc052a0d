#include "unit/check/fixture_check.h"

Test(note, a_note_a_definition_and_an_empty_clause_demand_nothing)
{
  fixture_expect_found(
      "T02",
      LINES(SMS,
            "document id=D1 title=Context "
            "clauses=20000-1:2018/4.2#2,20000-1:2018/term:incident,20000-1:2018/8.3.1,20000-1:2018/3.1",
            "finding id=F1 title=Wrong word clauses=27000:2018/3.31"),
      "2:7 error: D1 Context | 20000-1:2018/4.2#2, guidance | SMS\n"
      "  it is set against 4.2#2 of ISO/IEC 20000-1:2018: it is a note or a permission, which explains "
      "and demands nothing\n"
      "  name the demand that is meant, if there is one\n"
      "2:7 error: D1 Context | 20000-1:2018/term:incident, advice | SMS\n"
      "  it is set against term:incident of ISO/IEC 20000-1:2018: it defines a word and demands "
      "nothing\n"
      "  name the demand that is meant, if there is one\n"
      "2:7 error: D1 Context | 20000-1:2018/8.3.1, requirement | SMS\n"
      "  it is set against 8.3.1 of ISO/IEC 20000-1:2018: the clause demands nothing of its own\n"
      "  name the demand that is meant, if there is one\n"
      "2:7 error: D1 Context | -, advice | SMS\n"
      "  it is set against 3.1 of ISO/IEC 20000-1:2018: clauses 0 to 3 introduce, delimit and define; "
      "they demand nothing\n"
      "  name the demand that is meant, if there is one\n"
      "3:7 error: F1 Wrong word | -, advice | -\n"
      "  it is set against 3.31 of ISO/IEC 27000:2018: it defines words and demands nothing\n"
      "  name the demand that is meant, if there is one\n");
}

Test(note, the_sentence_of_the_amendment_is_a_demand)
{
  fixture_expect_found("T02", LINES(SMS, "document id=D1 title=Context clauses=20000-1:2018/4.1#2,20000-1:2018/4"), "");
}
