/** Standards for registers: what is demanded in which kinds of evidence, and how two standards are related. */
#ifndef FIXTURE_EVIDENCE_H
#define FIXTURE_EVIDENCE_H

#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

#define SAID(id, body) "<provision id='" id "' force='requirement'><gist>G.</gist>" body "</provision>"
#define DOCUMENTED "<duty kind='document' verb='maintain'>a document</duty>"
#define RECORDED "<duty kind='record' verb='retain'>a record</duty>"
#define AS_IS(source, target) "<relation source='" source "' is='equal' target='" target "' method='as-is'/>\n"
#define EXTENDED(source, target) "<relation source='" source "' is='equal' target='" target "' method='extend'/>\n"

/** 9001, which may leave clauses out, and s with controls, related to it; an older s, and guidance g. A piece for each,
    because a compiler need not take a string as long as all of them. */
static const char *const fixture_evidence_pieces[] = {
  "<imsmap version='1'>\n<edition id='9001:1' name='Q' kind='requirements'>",
  CLAUSE("4", ALL, ""),
  CLAUSE("4.1", UNDER("4"), P("1", "Q.")),
  CLAUSE("4.2", UNDER("4"), SAID("1", DOCUMENTED)),
  CLAUSE("4.3", UNDER("4"), SAID("1", RECORDED)),
  CLAUSE("4.4", UNDER("4"), SAID("1", DOCUMENTED RECORDED)),
  CLAUSE("4.5", UNDER("4"), PARTED("1", "requirement", "Q.", ITEM("a", "A") ITEM("b", "B"))),
  CLAUSE("8", ALL, P("1", "Q.") P("2", "Q.") FORCED("3", "permission", "Q.")),
  "</edition>\n<edition id='s:1' name='S' kind='requirements'>",
  CLAUSE("1", ALL, P("1", "S.")),
  CLAUSE("2", ALL, P("1", "S.")),
  CLAUSE("3", ALL, P("1", "S.")),
  CLAUSE("4", ALL, SAID("1", RECORDED)),
  CLAUSE("5", ALL, P("1", "S.")),
  CLAUSE("6", ALL, P("1", "S.")),
  CLAUSE("7", ALL, P("1", "S.")),
  "<clause number='A.1' title='C' force='control' provisions='all'>" FORCED("1", "control", "C.") "</clause>",
  "<clause number='A.2' title='C' force='control' provisions='all'>" FORCED("1", "control", "C.") "</clause>",
  "</edition>\n",
  EDITION("s:0", CLAUSE("1", ALL, P("1", "S."))),
  "<edition id='g:1' name='G' kind='guidance'><clause number='1' force='guidance'/></edition>\n",
  "<mapping-set id='q--s' source='9001:1' target='s:1'>\n",
  AS_IS("4.1#1", "1#1"),
  EXTENDED("4.2#1", "2#1"),
  AS_IS("4.4#1", "4#1"),
  "<relation source='8#1' is='intersects' target='5#1'/>\n",
  "<none target='6#1'/>\n",
  AS_IS("8", "3#1"),
  "</mapping-set>\n",
  MAPPING("s:0", "s:1", ROW("1#1", "equal", "7#1")),
  "</imsmap>\n",
};

#define QMS "system id=QMS edition=9001:1"
#define ISMS "system id=ISMS edition=s:1"
#define POLICY "document id=P title=Policy kind=document clauses="
#define MINUTES "document id=M title=Minutes kind=record clauses="
#define LIST "document id=L title=List clauses="

/** The model of them. */
static inline ims_model *fixture_evidence_standards(void)
{
  static char xml[16384];
  size_t size = 0;
  for (size_t i = 0; i < sizeof fixture_evidence_pieces / sizeof *fixture_evidence_pieces; i++)
    size += (size_t)snprintf(xml + size, sizeof xml - size, "%s", fixture_evidence_pieces[i]);
  cr_assert_lt(size, sizeof xml);
  return fixture_model(xml);
}

#endif
