#include "unit/report/fixture_documents.h"

static const char *const several[] = {
  FIXTURE_SYSTEMS,
  "document id=POL title=Policy kind=document systems=QMS,ISMS clauses=9001:2015/4,9001:2015/5,27001:2022/4#1 "
  "processes=Buying",
  "document id=REC title=Minutes kind=record systems=QMS clauses=9001:2015/6,9001:2015/8#a",
  "document id=ANY title=Something systems=QMS coverage=proposed clauses=9001:2015/5",
  "process id=P1 title=Buying systems=QMS clauses=9001:2015/8#1 documents=REC,GONE",
  "process id=P2 title=Selling clauses=9001:2015/6,9001:2015/4#1",
};

Test(matrix, a_clause_a_row_and_a_document_a_column)
{
  EXPECT_HELD(several, "matrix", WIDE(NOTHING), "clause", "remark",
              "* QMS: ISO 9001:2015|||||\n"
              "4|T4|D|||\n"
              "5|T5|D||p|\n"
              "6|T6||R||\n"
              "8|T8||r||\n"
              "* ISMS: ISO 27001:2022|||||\n"
              "4|T4|d|||\n"
              "5|T5||||nothing is registered\n"
              "6|T6||||nothing is registered\n"
              "* ISMS: ISO 27001:2022, controls|||||\n"
              "A.1|TA.1||||nothing is registered\n");
}

Test(matrix, all_provisions_of_a_clause_that_is_listed_are_the_clause)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=A title=T systems=QMS clauses=9001:2015/4#1,9001:2015/4#2",
    "document id=B title=T systems=QMS clauses=9001:2015/4#1",
    "document id=C title=T systems=QMS kind=document coverage=partial clauses=9001:2015/4",
  };
  EXPECT_HELD(lines, "matrix", LONG({ "for", "QMS" }), "ref", "mark",
              "9001:2015/4|T4|requirement|every process, the system|document|A|T|U\n"
              "9001:2015/4|T4|requirement|every process, the system|document|B|T|u\n"
              "9001:2015/4|T4|requirement|every process, the system|document|C|T|d\n"
              "9001:2015/5|T5|requirement|one owner||||\n"
              "9001:2015/6|T6|requirement|||||\n"
              "9001:2015/8|T8|requirement|||||\n");
}

Test(matrix, a_document_a_row_and_the_clauses_of_each_system_in_a_column)
{
  EXPECT_HELD(several, "matrix", WIDE({ "by", "document" }), "document", "place",
              "POL Policy|document|4 D, 5 D|4 d|register:3\n"
              "REC Minutes|record|6 R, 8 r||register:4\n"
              "ANY Something||5 p||register:5\n");
}

Test(matrix, processes_are_marked_by_themselves_by_documents_and_by_what_applies_to_all)
{
  EXPECT_HELD(several, "matrix", WIDE({ "by", "process" }), "clause", "remark",
              "* QMS: ISO 9001:2015|||||\n"
              "4|T4|every process, the system|De|ce|\n"
              "5|T5|one owner|D||\n"
              "6|T6||R|C|\n"
              "8|T8||Cr||\n"
              "* ISMS: ISO 27001:2022|||||\n"
              "4|T4||d||\n"
              "5|T5||||\n"
              "6|T6||||\n"
              "* ISMS: ISO 27001:2022, controls|||||\n"
              "A.1|TA.1||||\n");
}

Test(matrix, what_belongs_to_an_owner_without_a_process_is_said)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "process id=P title=T systems=ISMS",
    "exclusion systems=QMS clauses=9001:2015/8 exemption=not applicable reason=no design",
  };
  EXPECT_HELD(lines, "matrix", WIDE({ "by", "process" }, { "for", "QMS" }), "clause", "remark",
              "* QMS: ISO 9001:2015||||\n"
              "4|T4|every process, the system||\n"
              "5|T5|one owner||no process is named\n"
              "6|T6|||\n"
              "8|T8|||not applicable (register:4)\n");
}

Test(matrix, the_long_form_has_a_mark_a_row_with_its_place)
{
  EXPECT_HELD(several, "matrix", LONG({ "by", "process" }, { "for", "QMS" }), "what", "place",
              "process|P1|Buying|D|a document is claimed for it|9001:2015/4|POL||register:3\n"
              "process|P1|Buying|e|applies to every process|9001:2015/4#2|||test.xml:3\n"
              "process|P2|Selling|c|the process names a part of the clause|9001:2015/4#1|||register:7\n"
              "process|P2|Selling|e|applies to every process|9001:2015/4#2|||test.xml:3\n"
              "process|P1|Buying|D|a document is claimed for it|9001:2015/5|POL||register:3\n"
              "process|P1|Buying|R|a record is claimed for it|9001:2015/6|REC||register:4\n"
              "process|P2|Selling|C|the process names the clause|9001:2015/6|||register:7\n"
              "process|P1|Buying|C|the process names the clause|9001:2015/8#1|||register:6\n"
              "process|P1|Buying|r|a record is claimed for a part of it|9001:2015/8#a|REC||register:4\n");
}

Test(matrix, names_that_are_not_in_the_register_are_told)
{
  ims_model *model = fixture_standards();
  ims_register *evidence = fixture_register(model, several, sizeof several / sizeof *several);
  ims_table *table = fixture_table(model, "matrix", HELD(WIDE({ "by", "process" }), evidence));
  fixture_expect_captions(table, "System QMS: ISO 9001:2015\nSystem ISMS: ISO 27001:2022\nAs of 2026-11-28.\n"
                                 "QMS: 4 clauses that ask something themselves. Marked 4.\n"
                                 "ISMS: 3 clauses that ask something themselves. Marked 0, in part 1, none 2.\n"
                                 "ISMS, controls: 1 clause that asks something itself. Marked 0, none 1.\n");
  cr_expect_str_eq(ims_table_note(table, 4), "Named, and not in the register or not clear, so that nothing is marked: "
                                             "document 'GONE' (register:6).");
  ims_table_free(table);
  fixture_expect_refusal(model, "matrix", HELD(WIDE({ "by", "x" }), evidence), IMS_INVALID,
                         "bad-option: --by takes clause, document or process\n");
  ims_register_free(evidence);
  ims_model_free(model);
}

Test(matrix, of_many_documents_a_list_is_made)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
#define NUMBERED(n) "document id=D" n " title=T kind=document systems=QMS clauses=9001:2015/4"
    NUMBERED("1"),
    NUMBERED("2"),
    NUMBERED("3"),
    NUMBERED("4"),
    NUMBERED("5"),
    NUMBERED("6"),
    NUMBERED("7"),
    NUMBERED("8"),
    NUMBERED("9"),
    NUMBERED("10"),
    NUMBERED("11"),
    NUMBERED("12"),
    NUMBERED("13"),
    "process id=P1 title=T systems=QMS clauses=9001:2015/4",
    "process id=P2 title=T systems=QMS",
#undef NUMBERED
  };
  EXPECT_HELD(lines, "matrix", WIDE({ "for", "QMS" }), "clause", "documents",
              "* QMS: ISO 9001:2015||\n"
              "4|T4|D1 D, D2 D, D3 D, D4 D, D5 D, D6 D, D7 D, D8 D, D9 D, D10 D, D11 D, D12 D, D13 D\n"
              "5|T5|\n"
              "6|T6|\n"
              "8|T8|\n");
}

Test(matrix, what_is_claimed_and_does_not_count_is_told_with_the_reason)
{
  static const char *const lines[] = {
    FIXTURE_SYSTEMS,
    "document id=D title=Draft kind=document status=draft systems=ISMS clauses=27001:2022/4",
    "document id=O title=Old kind=document status=obsolete systems=ISMS clauses=27001:2022/4#1",
    "exclusion systems=ISMS clauses=27001:2022/5 exemption=not applicable reason=never",
    "control id=A.1 systems=ISMS applicable=no",
  };
  EXPECT_HELD(lines, "matrix", WIDE({ "for", "ISMS" }), "clause", "remark",
              "* ISMS: ISO 27001:2022||\n"
              "4|T4|nothing is registered that counts / D: the document is a draft or under revision / O: the document "
              "is obsolete\n"
              "5|T5|not applicable is not accepted (register:5) / nothing is registered\n"
              "6|T6|nothing is registered\n"
              "* ISMS: ISO 27001:2022, controls||\n"
              "A.1|TA.1|not applicable is not accepted (register:6) / nothing is registered\n");
}

Test(matrix, in_a_spreadsheet_each_row_names_its_system_and_standard)
{
  static const char *const lines[] = { FIXTURE_SYSTEMS };
  static const ims_argument arguments[] = { { "for", "ISMS" } };
  static const ims_request request = {
    .arguments = arguments, .argument_count = 1, .form = IMS_FORM_WIDE, .words = IMS_WORDS_COLUMNS
  };
  EXPECT_HELD(lines, "matrix", &request, "system", "title",
              "* ISMS: ISO 27001:2022|||\n"
              "ISMS|ISO 27001:2022|4|T4\n"
              "ISMS|ISO 27001:2022|5|T5\n"
              "ISMS|ISO 27001:2022|6|T6\n"
              "* ISMS: ISO 27001:2022, controls|||\n"
              "ISMS|ISO 27001:2022|A.1|TA.1\n");
}
