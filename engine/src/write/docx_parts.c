/* The parts of a document that are always the same. */

#include "write/docx_internal.h"

#include <stdbool.h>

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

/* Styles of paragraphs: sizes are in half points, spaces in twentieths of one. */
static const struct {
  const char *id, *name;
  bool keeps; /* with what follows */
  size_t after, size;
  bool bold;
  const char *ink;
} paragraphs[] = {
  { "Title", "Title", true, 120, 36, true, "1F3864" },
  { "Caption", "caption", false, 60, 20, false, "404040" },
  { "Cell", "Cell", false, 0, 17, false, "000000" },
  { "CellHead", "Cell Head", true, 0, 17, true, "FFFFFF" },
  { "CellStrong", "Cell Strong", true, 0, 17, true, "000000" },
  { "FootnoteText", "footnote text", false, 20, 16, false, "000000" },
  { "Footer", "footer", false, 0, 16, false, "808080" },
};

static const char styles_begin[] =
    HEAD "<w:styles xmlns:w=\"" WORD "\">"
         "<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Calibri\" w:hAnsi=\"Calibri\" w:cs=\"Calibri\"/>"
         "<w:sz w:val=\"20\"/><w:lang w:val=\"en-GB\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
         "<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/>"
         "</w:style>"
         "<w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/>"
         "<w:tblPr><w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:left w:w=\"70\" w:type=\"dxa\"/>"
         "<w:right w:w=\"70\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";

static const char styles_end[] = "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\">"
                                 "<w:name w:val=\"footnote reference\"/><w:rPr><w:vertAlign w:val=\"superscript\"/>"
                                 "</w:rPr></w:style></w:styles>";

void imsi_docx_make_styles(imsi_strbuf *out)
{
  imsi_strbuf_text(out, styles_begin);
  for (size_t i = 0; i < sizeof paragraphs / sizeof *paragraphs; i++) {
    imsi_strbuf_text(out, "<w:style w:type=\"paragraph\" w:styleId=\"");
    imsi_strbuf_text(out, paragraphs[i].id);
    imsi_strbuf_text(out, "\"><w:name w:val=\"");
    imsi_strbuf_text(out, paragraphs[i].name);
    imsi_strbuf_text(out, "\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>");
    imsi_strbuf_text(out, paragraphs[i].keeps ? "<w:keepNext/>" : "");
    imsi_strbuf_text(out, "<w:spacing w:after=\"");
    imsi_strbuf_number(out, paragraphs[i].after);
    imsi_strbuf_text(out, "\"/></w:pPr><w:rPr>");
    imsi_strbuf_text(out, paragraphs[i].bold ? "<w:b/>" : "");
    imsi_strbuf_text(out, "<w:color w:val=\"");
    imsi_strbuf_text(out, paragraphs[i].ink);
    imsi_strbuf_text(out, "\"/><w:sz w:val=\"");
    imsi_strbuf_number(out, paragraphs[i].size);
    imsi_strbuf_text(out, "\"/></w:rPr></w:style>");
  }
  imsi_strbuf_text(out, styles_end);
}

static const imsi_docx_part parts[] = {
  { "[Content_Types].xml", types, sizeof types - 1 },
  { "_rels/.rels", relations, sizeof relations - 1 },
  { "word/_rels/document.xml.rels", document_relations, sizeof document_relations - 1 },
  { "word/settings.xml", settings, sizeof settings - 1 },
};

const imsi_docx_part *imsi_docx_fixed_parts(size_t *count)
{
  *count = sizeof parts / sizeof *parts;
  return parts;
}
