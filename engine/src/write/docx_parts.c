/* The parts of a document that are always the same. */

#include "write/docx_internal.h"

#define HEAD "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."

static const char types[] =
    HEAD "<Types xmlns=\"" PACKAGE "content-types\">"
         "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
         "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
         "<Override PartName=\"/word/document.xml\" ContentType=\"" TYPE "document.main+xml\"/>"
         "<Override PartName=\"/word/styles.xml\" ContentType=\"" TYPE "styles+xml\"/>"
         "<Override PartName=\"/word/settings.xml\" ContentType=\"" TYPE "settings+xml\"/>"
         "<Override PartName=\"/word/footnotes.xml\" ContentType=\"" TYPE "footnotes+xml\"/>"
         "<Override PartName=\"/word/footer1.xml\" ContentType=\"" TYPE "footer+xml\"/>"
         "</Types>";

static const char relations[] = HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
                                     "<Relationship Id=\"rId1\" Type=\"" OFFICE "/officeDocument\" "
                                     "Target=\"word/document.xml\"/></Relationships>";

static const char document_relations[] =
    HEAD "<Relationships xmlns=\"" PACKAGE "relationships\">"
         "<Relationship Id=\"rId1\" Type=\"" OFFICE "/styles\" Target=\"styles.xml\"/>"
         "<Relationship Id=\"rId2\" Type=\"" OFFICE "/settings\" Target=\"settings.xml\"/>"
         "<Relationship Id=\"rId3\" Type=\"" OFFICE "/footnotes\" Target=\"footnotes.xml\"/>"
         "<Relationship Id=\"rId4\" Type=\"" OFFICE "/footer\" Target=\"footer1.xml\"/>"
         "</Relationships>";

static const char settings[] = HEAD "<w:settings xmlns:w=\"" WORD "\"><w:footnotePr><w:footnote w:id=\"-1\"/>"
                                    "<w:footnote w:id=\"0\"/></w:footnotePr></w:settings>";

#define PARAGRAPH(id, name, paragraph, run)                                                                            \
  "<w:style w:type=\"paragraph\" w:styleId=\"" id "\"><w:name w:val=\"" name "\"/><w:basedOn w:val=\"Normal\"/>"       \
  "<w:qFormat/><w:pPr>" paragraph "</w:pPr><w:rPr>" run "</w:rPr></w:style>"

static const char styles[] = HEAD
    "<w:styles xmlns:w=\"" WORD "\">"
    "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
    "<w:sz w:val=\"20\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault>"
    "<w:pPrDefault><w:pPr><w:spacing w:after=\"80\"/></w:pPr></w:pPrDefault></w:docDefaults>"
    "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
    "</w:style>"
    "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
    "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
    "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>" PARAGRAPH(
        "Title", "Title", "<w:keepNext/><w:spacing w:after=\"120\"/>",
        "<w:b/><w:color w:val=\"1F3864\"/><w:sz w:val=\"36\"/>")
        PARAGRAPH("Caption", "caption", "<w:spacing w:after=\"40\"/>", "<w:color w:val=\"404040\"/>")
            PARAGRAPH("Cell", "Cell", "<w:spacing w:after=\"0\"/>", "<w:sz w:val=\"17\"/>") PARAGRAPH(
                "CellHead", "Cell Head", "<w:keepNext/><w:spacing w:after=\"0\"/>",
                "<w:b/><w:color w:val=\"FFFFFF\"/><w:sz w:val=\"17\"/>")
                PARAGRAPH("CellStrong", "Cell Strong", "<w:keepNext/><w:spacing w:after=\"0\"/>",
                          "<w:b/><w:sz w:val=\"17\"/>") PARAGRAPH("FootnoteText", "footnote text",
                                                                  "<w:spacing w:after=\"20\"/>", "<w:sz w:val=\"16\"/>")
                    PARAGRAPH("Footer", "footer", "<w:spacing w:after=\"0\"/><w:jc w:val=\"right\"/>",
                              "<w:color w:val=\"808080\"/><w:sz w:val=\"16\"/>") "<w:style w:type=\"character\" "
                                                                                 "w:styleId=\"FootnoteReference\"><w:"
                                                                                 "name w:val=\"footnote reference\"/>"
                                                                                 "<w:rPr><w:vertAlign "
                                                                                 "w:val=\"superscript\"/></w:rPr></"
                                                                                 "w:style></w:styles>";

static const imsi_docx_part parts[] = {
  { "[Content_Types].xml", types, sizeof types - 1 },
  { "_rels/.rels", relations, sizeof relations - 1 },
  { "word/_rels/document.xml.rels", document_relations, sizeof document_relations - 1 },
  { "word/settings.xml", settings, sizeof settings - 1 },
  { "word/styles.xml", styles, sizeof styles - 1 },
};

const imsi_docx_part *imsi_docx_fixed_parts(size_t *count)
{
  *count = sizeof parts / sizeof *parts;
  return parts;
}
