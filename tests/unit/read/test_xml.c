#define _POSIX_C_SOURCE 200809L /* dup, dup2, fileno */

#include "read/xml.h"

#include "unit/fixture_model.h"

#include <errno.h>
#include <unistd.h>

#define EDITION(clauses) DOC("<edition id='a:1' name='A'>\n" clauses "</edition>")

/* ---- form ---- */

Test(xml, what_is_not_well_formed_is_reported_once_where_it_breaks)
{
  fixture_expect("<imsmap version='1'>\n<edition id='a:1' name='A'>\n</imsmap>", "3:10 not-well-formed");
  fixture_expect("<imsmap version='1'>\n  <", "2:4 not-well-formed");
  fixture_expect("<imsmap version='1'></imsmap><imsmap version='1'/>", "1:30 not-well-formed");
  fixture_expect("<imsmap version='1' version='1'/>", "1:32 not-well-formed");
  fixture_expect(DOC("&nobody;"), "2:9 not-well-formed");
  fixture_expect("no xml at all", "1:1 not-well-formed");
}

Test(xml, what_follows_an_error_in_form_is_not_read)
{
  fixture_expect("<imsmap version='1'>\n<oops/>\n<&>\n<oops/></imsmap>", "2:1 unknown-element; 3:2 not-well-formed");
}

Test(xml, a_document_that_breaks_off_is_not_well_formed)
{
  static const char whole[] =
      EDITION("<clause number='4' force='own'><provision id='1'><gist>x</gist></provision>\n</clause>\n");
  for (size_t size = 1; size < sizeof whole - 2; size++) {
    fixture_diags diags = { 0 };
    ims_model *model;
    cr_assert_eq(fixture_load_bytes(whole, size, &diags, &model), IMS_INVALID, "%zu bytes", size);
    cr_assert_null(model);
    cr_assert(diags.count == 1 && diags.list[0].id == IMS_DIAG_NOT_WELL_FORMED, "%.*s: %s", (int)size, whole,
              fixture_messages(&diags));
    fixture_diags_free(&diags);
  }
}

Test(xml, a_doctype_is_refused_and_nothing_after_it_read)
{
  fixture_expect("<?xml version='1.0'?>\n <!DOCTYPE imsmap>\n<oops/>", "2:2 doctype");
  fixture_expect("<!DOCTYPE imsmap SYSTEM 'a>b'><oops/>", "1:1 doctype");
  fixture_expect("<!DOCTYPE imsmap [<!ENTITY a 'b'>]><imsmap version='1'>&a;</imsmap>", "1:1 doctype");
  fixture_expect("<!-- x -->\n\n<!DOCTYPE\n imsmap PUBLIC 'p' 's'><imsmap version='1'/>", "3:1 doctype");
}

Test(xml, a_doctype_stands_at_its_own_bracket)
{
  fixture_expect("<!DOCTYPE imsmap SYSTEM 'a<b'><imsmap version='1'/>", "1:1 doctype");
}

Test(xml, the_outermost_element_is_imsmap)
{
  fixture_expect_messages("\n <html><body/></html>", "2:2 the outermost element is 'html', 'imsmap' is needed\n");
  fixture_expect_messages("<imsmap xmlns='urn:x' version='1'/>",
                          "1:1 the outermost element is '{urn:x}imsmap', 'imsmap' is needed\n");
}

/* 300 elements, one in the other. */
static char *nested(int depth, const char *name)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'>\n");
  for (int i = 0; i < depth; i++)
    fixture_printf(&memory, "<%s>\n", name);
  for (int i = 0; i < depth; i++)
    fixture_printf(&memory, "</%s>", name);
  fixture_printf(&memory, "</imsmap>");
  return memory.data;
}

Test(xml, nesting_has_a_limit_that_is_named)
{
  char *deep = nested(300, "a"), *deepest = nested(30, "a");
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_bytes(deep, strlen(deep), &diags, &model), IMS_LIMIT);
  cr_expect_str_eq(fixture_codes(&diags), "2:1 unknown-element; 32:1 too-deep");
  cr_expect_str_eq(diags.list[1].text, "elements are nested more than 31 deep");
  fixture_diags_free(&diags);
  fixture_expect(deepest, "2:1 unknown-element");
  free(deep);
  free(deepest);
}

Test(xml, nesting_inside_a_known_element_counts_from_the_document)
{
  char *deep = nested(300, "edition");
  fixture_expect(deep, "2:1 missing-attribute; 2:1 missing-attribute; 3:1 unknown-element; 32:1 too-deep");
  free(deep);
}

/* The engine never prints; libxml2 would. Gives what went to the standard error output meanwhile. */
static long bytes_printed_by(const char *xml, size_t size, const char *codes)
{
  fflush(stderr);
  FILE *file = tmpfile();
  cr_assert_not_null(file);
  const int kept = dup(fileno(stderr));
  cr_assert_geq(dup2(fileno(file), fileno(stderr)), 0);
  fixture_diags diags = { 0 };
  ims_model *model;
  fixture_load_bytes(xml, size, &diags, &model);
  fflush(stderr);
  cr_assert_geq(dup2(kept, fileno(stderr)), 0);
  close(kept);
  cr_expect_str_eq(fixture_codes(&diags), codes, "%s", fixture_messages(&diags));
  fixture_diags_free(&diags);
  fseek(file, 0, SEEK_END);
  const long printed = ftell(file);
  fclose(file);
  return printed;
}

Test(xml, nothing_is_printed_whatever_the_input)
{
  /* half a surrogate pair, as UTF-16 */
  static const char utf_16[] = "\xff\xfe<\0i\0m\0s\0m\0a\0p\0>\0\0\xd8"
                               "a\0<\0/\0i\0m\0s\0m\0a\0p\0>\0";
  cr_expect_eq(bytes_printed_by(utf_16, sizeof utf_16 - 1, "1:1 missing-attribute; 1:9 not-well-formed"), 0);
  static const char bytes[] = "<imsmap version='1'>\xff</imsmap>";
  cr_expect_eq(bytes_printed_by(bytes, sizeof bytes - 1, "1:21 not-well-formed"), 0);
  static const char encoding[] = "<?xml version='1.0' encoding='NOBODY'?><imsmap version='1'/>";
  cr_expect_eq(bytes_printed_by(encoding, sizeof encoding - 1, "1:38 not-well-formed"), 0);
  static const char nul[] = "<imsmap version='1'>\0</imsmap>";
  cr_expect_eq(bytes_printed_by(nul, sizeof nul - 1, "1:21 not-well-formed"), 0);
}

/* ---- grammar ---- */

Test(xml, an_unknown_element_is_told_what_is_allowed)
{
  fixture_expect_messages(EDITION("<clause number='4' force='own'>\n  <demand/></clause>\n"),
                          "4:3 unknown element 'demand' in 'clause'; allowed: note, provision\n");
  fixture_expect_messages(EDITION("<note>a <b>c</b></note>\n"), "3:9 unknown element 'b' in 'note'; allowed: none\n");
  fixture_expect_messages(
      EDITION("<x:clause xmlns:x='urn:x' number='4' force='own'/>\n"),
      "3:1 unknown element '{urn:x}clause' in 'edition'; allowed: gist, note, amendment, term, clause\n");
}

Test(xml, what_is_inside_an_unknown_element_is_not_checked)
{
  fixture_expect(DOC("<oops>\n<edition/><more>text</more></oops>\n<edition/>"),
                 "2:1 unknown-element; 4:1 missing-attribute; 4:1 missing-attribute");
}

Test(xml, an_unknown_attribute_is_told_what_is_allowed)
{
  fixture_expect_messages(EDITION("<amendment id='x' titel='y'/>\n"),
                          "3:1 unknown attribute 'titel' on 'amendment'; allowed: id, published, basis\n");
  fixture_expect_messages(EDITION("<note lang='en'>x</note>\n"),
                          "3:1 unknown attribute 'lang' on 'note'; allowed: none\n");
  fixture_expect_messages(DOC("<family id='f' xml:name='x' name='F'/>"),
                          "2:1 unknown attribute 'xml:name' on 'family'; allowed: id, name, title\n");
}

Test(xml, a_missing_attribute_is_named)
{
  fixture_expect_messages(DOC(" <family/>"), "2:2 'family' needs the attribute 'id'\n"
                                             "2:2 'family' needs the attribute 'name'\n");
  fixture_expect_messages("<imsmap/>", "1:1 'imsmap' needs the attribute 'version'\n");
}

Test(xml, a_bad_value_is_shown_with_the_allowed_ones)
{
  fixture_expect_messages(EDITION("<clause number='4' force='shall'/>\n"),
                          "3:1 'shall' is no value for 'force'; allowed: requirement, control, own, guidance, "
                          "permission, body, common\n");
  fixture_expect_messages(EDITION("<clause number='4.1#a' force='own'/>\n"),
                          "3:1 '4.1#a' is no value for 'number'; allowed: one word without '/' and '#'\n");
  fixture_expect_messages(DOC("<basis id='b' title='B' read-on='today'/>"),
                          "2:1 'today' is no value for 'read-on'; allowed: YYYY, YYYY-MM or YYYY-MM-DD\n");
  fixture_expect_messages("<imsmap version='2'/>", "1:1 '2' is no value for 'version'; allowed: 1\n");
  fixture_expect(DOC("<family id='' name=' '/>"), "2:1 bad-value; 2:1 bad-value");
}

Test(xml, an_id_that_is_bad_is_bad_every_time)
{
  fixture_expect(
      EDITION("<clause number='4' parent='a/b' force='own'/>\n<clause number='5' parent='a/b' force='own'/>\n"),
      "3:1 bad-value; 4:1 bad-value");
}

Test(xml, a_bad_value_with_an_ampersand_is_shown_as_meant)
{
  fixture_expect_messages(DOC("<family id='a &amp; b' name='F'/>"),
                          "2:1 'a & b' is no value for 'id'; allowed: one word without '/' and '#'\n");
}

Test(xml, children_come_in_their_order)
{
  fixture_expect_messages(EDITION("<clause number='4' force='own'/>\n<note>x</note>\n"),
                          "4:1 'note' comes after 'clause'; the order is: gist, note, amendment, term, clause\n");
  fixture_expect(EDITION("<clause number='4' force='own'><provision id='1'>\n<item id='a'>x</item>\n<gist>x</gist>"
                         "</provision></clause>\n"),
                 "5:1 misplaced-element");
}

Test(xml, top_level_elements_and_rows_come_in_any_order)
{
  fixture_expect(DOC("<topic id='t' title='T'/><edition id='a:1' name='A'><clause number='1' force='own'/>"
                     "<clause number='2' force='own'/></edition><basis id='b' title='B'/>"
                     "<mapping-set id='m' source='a:1' target='a:1'><none source='1'/>"
                     "<relation source='1' is='disjoint' target='2'/><none source='2'/></mapping-set>"
                     "<family id='f' name='F'/>"),
                 "");
}

Test(xml, what_may_be_there_once_is_there_once)
{
  fixture_expect_messages(EDITION("<clause number='4' force='own'><provision id='1'><gist>x</gist>\n <gist>y</gist>"
                                  "</provision></clause>\n"),
                          "4:2 'provision' may hold one 'gist' only\n");
}

Test(xml, what_must_be_there_is_missed_at_its_parent)
{
  fixture_expect_messages(EDITION("<clause number='4' force='own'>\n <provision id='1'>\n</provision></clause>\n"),
                          "4:2 'provision' needs a 'gist'\n");
}

Test(xml, a_verdict_has_one_side)
{
#define VERDICT(sides)                                                                                                 \
  DOC("<edition id='a:1' name='A'><clause number='1' force='own'/></edition>"                                          \
      "<mapping-set id='m' source='a:1' target='a:1'>\n <none " sides "/></mapping-set>")
  fixture_expect_messages(VERDICT(""), "3:2 'none' needs exactly one of the attributes 'source' and 'target'\n");
  fixture_expect(VERDICT("source='1' target='1'"), "3:2 one-side");
  fixture_expect(VERDICT("target='1'"), "");
}

Test(xml, text_stands_only_where_it_belongs)
{
  fixture_expect_messages(DOC(" <family id='f' name='F'>hello <note>x</note> again</family>"),
                          "2:2 'family' holds no text\n");
  fixture_expect(DOC("text\n<family id='f' name='F'/>"), "1:1 unexpected-text");
  fixture_expect(DOC("<family id='f' name='F'><![CDATA[x]]></family>"), "2:1 unexpected-text");
  fixture_expect(DOC("<family id='f' name='F'> \n\t<!-- fine --> </family>"), "");
}

Test(xml, a_text_that_is_empty_is_reported)
{
  fixture_expect_messages(EDITION("<note> \n </note>\n"), "3:1 'note' is empty; say it in words\n");
  fixture_expect(EDITION("<note/>\n<note><!-- x --></note>\n<note><![CDATA[  ]]></note>\n"),
                 "3:1 empty-text; 4:1 empty-text; 5:1 empty-text");
}

Test(xml, all_errors_of_a_file_are_told_up_to_100)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'>\n");
  for (int i = 0; i < 120; i++)
    fixture_printf(&memory, "<oops/>\n");
  fixture_printf(&memory, "</imsmap>");
  fixture_diags diags = { 0 };
  ims_model *model;
  cr_expect_eq(fixture_load_bytes(memory.data, memory.size, &diags, &model), IMS_INVALID);
  cr_assert_eq(diags.count, 101);
  cr_expect_eq(diags.list[99].id, IMS_DIAG_UNKNOWN_ELEMENT);
  cr_expect_eq(diags.list[99].line, 101);
  cr_expect_eq(diags.list[100].id, IMS_DIAG_TOO_MANY_ERRORS);
  fixture_diags_free(&diags);
  ims_memory_free(&memory);
}

/* ---- where bytes come from ---- */

typedef struct drip {
  const char *data;
  size_t size, at, step;
  int fail_at; /* 0: never */
} drip;

static ptrdiff_t drop(void *context, char *buffer, size_t size)
{
  drip *d = context;
  if (d->fail_at && d->at >= (size_t)d->fail_at) {
    errno = EIO;
    return -1;
  }
  size_t part = d->step < size ? d->step : size;
  part = part < d->size - d->at ? part : d->size - d->at;
  memcpy(buffer, d->data + d->at, part);
  d->at += part;
  return (ptrdiff_t)part;
}

static ims_status read_dripping(drip *d, uint64_t max_size, fixture_diags *diags)
{
  imsi_reporter reporter;
  imsi_builder *builder;
  imsi_reporter_init(&reporter, fixture_sink(diags));
  cr_assert_eq(imsi_builder_new(&reporter, &builder), IMS_OK);
  const ims_status status = imsi_xml_read(builder, &reporter, "drip.xml", (imsi_source){ drop, d }, max_size);
  imsi_builder_free(builder);
  imsi_reporter_free(&reporter);
  return status;
}

Test(xml, bytes_may_come_in_pieces_of_any_size)
{
  static const char xml[] = EDITION("<clause number='4' force='own'/>\n  <clause\n number='5' force='nope'/>\n<x/>\n");
  for (size_t step = 1; step < sizeof xml; step++) {
    fixture_diags diags = { 0 };
    drip d = { xml, sizeof xml - 1, 0, step, 0 };
    cr_expect_eq(read_dripping(&d, 1 << 20, &diags), IMS_INVALID);
    cr_assert_str_eq(fixture_codes(&diags), "4:3 bad-value; 6:1 unknown-element", "in pieces of %zu: %s", step,
                     fixture_codes(&diags));
    fixture_diags_free(&diags);
  }
}

Test(xml, a_read_that_fails_is_reported_alone)
{
  static const char xml[] = EDITION("<clause number='4' force='own'/>\n");
  for (int fail_at = 1; fail_at < (int)sizeof xml; fail_at++) {
    fixture_diags diags = { 0 };
    drip d = { xml, sizeof xml - 1, 0, 1, fail_at };
    const ims_status status = read_dripping(&d, 1 << 20, &diags);
    cr_assert_str_eq(fixture_codes(&diags), "0:0 cannot-read", "after %d bytes: %s", fail_at, fixture_codes(&diags));
    cr_assert_eq(status, IMS_IO);
    fixture_diags_free(&diags);
  }
}

Test(xml, a_file_over_the_cap_is_refused_with_the_cap_in_the_message)
{
  static const char xml[] = EDITION("<clause number='4' force='own'/>\n");
  for (size_t step = 1; step < 4096; step = step * 7 + 1) {
    fixture_diags diags = { 0 };
    drip d = { xml, sizeof xml - 1, 0, step, 0 };
    const ims_status status = read_dripping(&d, sizeof xml - 2, &diags);
    cr_assert_str_eq(fixture_codes(&diags), "0:0 file-too-large", "%s", fixture_codes(&diags));
    cr_assert_eq(status, IMS_LIMIT);
    char number[24];
    snprintf(number, sizeof number, " %zu ", sizeof xml - 2);
    cr_expect_not_null(strstr(diags.list[0].text, number), "%s", diags.list[0].text);
    fixture_diags_free(&diags);
  }
}

Test(xml, a_file_as_large_as_the_cap_is_read)
{
  static const char xml[] = EDITION("<clause number='4' force='own'/>\n");
  fixture_diags diags = { 0 };
  drip d = { xml, sizeof xml - 1, 0, 1000, 0 };
  cr_expect_eq(read_dripping(&d, sizeof xml - 1, &diags), IMS_OK);
  cr_expect_eq(diags.count, 0, "%s", fixture_codes(&diags));
  fixture_diags_free(&diags);
}

Test(xml, an_empty_file_is_reported)
{
  fixture_expect("", "0:0 file-empty");
  fixture_expect_messages("", "0:0 the file is empty\n");
}

Test(xml, errors_after_the_hundredth_still_make_a_file_invalid)
{
  ims_memory memory = { 0 };
  fixture_printf(&memory, "<imsmap version='1'>\n");
  for (int i = 0; i < 120; i++)
    fixture_printf(&memory, "<oops/>");
  fixture_printf(&memory, "</imsmap>");
  fixture_diags diags = { 0 };
  ims_loader *loader;
  cr_assert_eq(ims_loader_new(NULL, fixture_sink(&diags), &loader), IMS_OK);
  cr_expect_eq(ims_loader_memory(loader, "1.xml", memory.data, memory.size), IMS_INVALID);
  cr_expect_eq(ims_loader_memory(loader, "2.xml", memory.data, memory.size), IMS_INVALID);
  ims_loader_free(loader);
  ims_memory_free(&memory);
  fixture_diags_free(&diags);
}
