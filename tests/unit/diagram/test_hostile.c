/* What others wrote comes out as text, whatever it is and wherever it stands. */
#include "unit/diagram/fixture_diagram.h"
#include "unit/fixture_register.h"

enum { LONG = 4000 };

static const struct {
  const char *xml;   /* in the document */
  const char *svg;   /* in the picture, in an element of text */
  const char *never; /* anywhere in it */
} texts[] = {
  { "&lt;script>alert(1)&lt;/script>", "&lt;script&gt;alert(1)&lt;/script&gt;", "<script" },
  { "&quot;]; x [shape=none", "&quot;]; x [shape=none", NULL },
  { "\\N \\G \\E", "\\N \\G \\E", NULL },
  { "end\\", "end\\", NULL },
  { "&amp;lt;b&amp;gt; &amp;amp;", "&amp;lt;b&amp;gt; &amp;amp;", "<b>" },
  { "]]&gt;&lt;/title>&lt;/svg>", "]]&gt;&lt;/title&gt;&lt;/svg&gt;", "</title></svg>" },
  { "left&#x202E;thgir", "leftthgir", "\xE2\x80\xAE" },
  { "--> &lt;!-- &lt;B>", NULL, "<B>" },
  { "=cmd|&apos;/C calc&apos;!A0", "!A0", NULL },
  { "&#x5E9;&#x5DC;&#x5D5;&#x5DD; x", "\xD7\xA9\xD7\x9C\xD7\x95\xD7\x9D x", NULL },
};

/* A world whose titles, names and words are all `text`, which is XML. */
static char *world_of(const char *text)
{
  static const char format[] =
      "<imsmap version='1'>"
      "<edition id='h:1' name='%s' hub='yes'><clause number='4' title='%s' force='common' provisions='all'>"
      "<provision id='1'><gist>%s</gist></provision></clause></edition>"
      "<edition id='s:1' name='%s' default='yes'><clause number='4' title='%s' force='requirement' provisions='all'>"
      "<provision id='1'><gist>%s</gist></provision></clause><clause number='5' title='%s' force='requirement' "
      "provisions='all'><provision id='1'><gist>%s</gist></provision></clause></edition>"
      "<edition id='s:2' name='%s'><clause number='4' title='%s' force='requirement' provisions='all'>"
      "<provision id='1'><gist>%s</gist></provision></clause></edition>"
      "<topic id='t' title='%s'><member edition='s:1' of='4'/><member edition='s:2' of='4'/></topic>"
      "<mapping-set id='m' source='s:1' target='h:1'><relation source='4#1' is='equal' target='4#1'/></mapping-set>"
      "<mapping-set id='n' source='s:1' target='s:2'><relation source='4#1' is='equal' target='4#1' "
      "move='carried'><common>%s</common></relation></mapping-set></imsmap>";
  const size_t size = sizeof format + 16 * strlen(text);
  char *xml = malloc(size);
  cr_assert_not_null(xml);
  snprintf(xml, size, format, text, text, text, text, text, text, text, text, text, text, text, text, text);
  return xml;
}

typedef struct picture {
  const char *diagram;
  const ims_argument arguments[4];
  size_t count;
} picture;

static const picture pictures[] = {
  { "hub", { { "edition", "s:1" }, { "edition", "s:2" } }, 2 },
  { "overlap", { { "edition", "s:1" }, { "edition", "s:2" } }, 2 },
  { "overlap", { { "edition", "s:1" }, { "edition", "s:2" }, { "view", "bars" } }, 3 },
  { "overlap", { { "edition", "s:1" }, { "edition", "s:2" }, { "view", "clauses" } }, 3 },
  { "path", { { "a", "s:1/4" }, { "b", "s:2/4" } }, 2 },
  { "topics", { { NULL, NULL } }, 0 },
  { "topics", { { "focus", "t" } }, 1 },
  { "transition", { { "old", "s:1" }, { "new", "s:2" } }, 2 },
  { "ego", { { "reference", "s:1/4" }, { "systems", "s:2,h" } }, 2 },
  { "coverage", { { "at", "2026-11-28" } }, 1 },
  { "evidence", { { "at", "2026-11-28" } }, 1 },
  { "evidence", { { "focus", "D" } }, 1 },
};

/* A register with a document for both standards, whose title and id are what the model calls an edition. */
static ims_register *register_of(const ims_model *model)
{
  const char *text = ims_edition_find(model, "h:1", 3)->name;
  const ims_sheet file = { .file = "register", .name = "", .kind = IMS_ENTRY_DOCUMENT, .how = "", .edition = "" };
  static const char *const ids[] = { "s:1", "s:2" };
  ims_register *given = NULL;
  ims_entry entry, systems[2];
  uint32_t sheet;
  cr_assert_eq(imsi_register_new(model, &given), IMS_OK);
  cr_assert_eq(imsi_register_sheet(given, &file, &sheet), IMS_OK);
  for (size_t i = 0; i < 2; i++) {
    cr_assert_eq(imsi_register_entry(given, IMS_ENTRY_SYSTEM, sheet, 1, 1, &systems[i]), IMS_OK);
    cr_assert_eq(imsi_register_value(given, IMS_FIELD_ID, text, strlen(text), 0, 1, 1), IMS_OK);
  }
  cr_assert_eq(imsi_register_entry(given, IMS_ENTRY_DOCUMENT, sheet, 1, 1, &entry), IMS_OK);
  cr_assert_eq(imsi_register_value(given, IMS_FIELD_ID, "D", 1, 0, 1, 1), IMS_OK);
  cr_assert_eq(imsi_register_value(given, IMS_FIELD_TITLE, text, strlen(text), 0, 1, 2), IMS_OK);
  for (size_t i = 0; i < 2; i++) {
    ims_claim claim = { .entry = entry, .text = "4", .dated = true, .confirmed = true, .coverage = IMS_CLAIM_FULL };
    claim.edition = ims_edition_find(model, ids[i], 3);
    cr_assert_eq(imsi_register_system(given, systems[i], text, claim.edition), IMS_OK);
    claim.node = ims_node_find(model, claim.edition, "4", 1);
    claim.pos = ims_entry_pos(given, entry, IMS_FIELD_ID);
    cr_assert_eq(imsi_register_claim(given, &claim), IMS_OK);
  }
  imsi_register_name_systems(given, entry, 3);
  cr_assert_eq(imsi_register_finish(given), IMS_OK);
  return given;
}

static void draw(const ims_model *model, const picture *p, const char *format, ims_memory *bytes)
{
  const bool held = ims_diagram_find(p->diagram)->register_use == IMS_REGISTER_REQUIRED;
  ims_register *given = held ? register_of(model) : NULL;
  const ims_request request = { .arguments = p->arguments, .argument_count = p->count, .evidence = given };
  fixture_draw(model, p->diagram, &request, format, bytes);
  ims_register_free(given);
}

static size_t count_of(const char *text, const char *part)
{
  size_t count = 0;
  for (; (text = strstr(text, part)); text += strlen(part))
    count++;
  return count;
}

Test(hostile, text_stays_text_in_every_picture)
{
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char *xml = world_of(texts[i].xml);
    ims_model *model = fixture_model(xml);
    bool seen = false;
    for (size_t k = 0; k < sizeof pictures / sizeof *pictures; k++) {
      ims_memory bytes = { 0 };
      draw(model, &pictures[k], "svg", &bytes);
      seen = seen || (texts[i].svg && strstr(bytes.data, texts[i].svg));
      cr_expect_not(texts[i].never && strstr(bytes.data, texts[i].never), "text %zu, picture %zu: %s", i, k,
                    texts[i].never);
      /* one picture, one title of its own and no element that anybody smuggled in */
      cr_expect_eq(count_of(bytes.data, "<svg"), (size_t)1);
      cr_expect_eq(count_of(bytes.data, "</svg>"), (size_t)1);
      cr_expect_eq(count_of(bytes.data, "<g>") + count_of(bytes.data, "<g "), count_of(bytes.data, "</g>"));
      ims_memory_free(&bytes);
    }
    cr_expect(seen || !texts[i].svg, "%s is nowhere", texts[i].svg);
    ims_model_free(model);
    free(xml);
  }
}

Test(hostile, no_text_makes_another_graph)
{
  size_t nodes[sizeof pictures / sizeof *pictures], edges[sizeof pictures / sizeof *pictures];
  for (size_t i = 0; i <= sizeof texts / sizeof *texts; i++) {
    char *xml = world_of(i ? texts[i - 1].xml : "plain");
    ims_model *model = fixture_model(xml);
    for (size_t k = 0; k < sizeof pictures / sizeof *pictures; k++) {
      ims_memory bytes = { 0 };
      draw(model, &pictures[k], "dot", &bytes);
      Agraph_t *graph = agmemread(bytes.data);
      cr_assert_not_null(graph, "text %zu, picture %zu", i, k);
      const size_t n = fixture_nodes(graph, ""), e = fixture_edges(graph, "");
      if (!i) {
        nodes[k] = n;
        edges[k] = e;
      }
      cr_expect_eq(n, nodes[k], "text %zu, picture %zu", i, k);
      cr_expect_eq(e, edges[k], "text %zu, picture %zu", i, k);
      agclose(graph);
      ims_memory_free(&bytes);
    }
    ims_model_free(model);
    free(xml);
  }
}

/* ---- every format of the pictures of a register ---- */

/* Balanced, apart from what stands in strings, and no string with a raw control character. */
static bool is_json(const char *text)
{
  long depth = 0;
  bool quoted = false;
  for (; *text; text++) {
    if (quoted && *text == '\\' && text[1])
      text++;
    else if (*text == '"')
      quoted = !quoted;
    else if (quoted && (unsigned char)*text < ' ')
      return false;
    else if (!quoted && (*text == '{' || *text == '['))
      depth++;
    else if (!quoted && (*text == '}' || *text == ']') && --depth < 0)
      return false;
  }
  return !quoted && depth == 0;
}

static bool ends_with(const ims_memory *bytes, const char *end)
{
  const size_t size = strlen(end);
  return bytes->size > size && memcmp(bytes->data + bytes->size - size, end, size) == 0;
}

/* How many nodes and edges a picture has as JSON; it is looked at as a file of each other format, too. */
static size_t expect_files(const ims_model *model, const picture *p)
{
  ims_memory json = { 0 }, png = { 0 }, pdf = { 0 };
  draw(model, p, "json", &json);
  cr_expect(is_json(json.data));
  const size_t count = count_of(json.data, "\"_gvid\":");
  draw(model, p, "png", &png);
  cr_expect_eq(memcmp(png.data, "\x89PNG", 4), 0);
  cr_expect(ends_with(&png, "IEND\xAE\x42\x60\x82"));
  draw(model, p, "pdf", &pdf);
  cr_expect_eq(memcmp(pdf.data, "%PDF", 4), 0);
  cr_expect(ends_with(&pdf, "%%EOF\n"));
  ims_memory_free(&json);
  ims_memory_free(&png);
  ims_memory_free(&pdf);
  return count;
}

Test(hostile, a_register_is_drawn_in_every_format_whatever_its_titles_are)
{
  static const picture of_registers[] = { { "coverage", { { "at", "2026-11-28" } }, 1 },
                                          { "evidence", { { "at", "2026-11-28" } }, 1 } };
  char *plain = world_of("plain");
  ims_model *model = fixture_model(plain);
  size_t counts[2];
  for (size_t k = 0; k < 2; k++)
    counts[k] = expect_files(model, &of_registers[k]);
  ims_model_free(model);
  free(plain);
  for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
    char *xml = world_of(texts[i].xml);
    model = fixture_model(xml);
    for (size_t k = 0; k < 2; k++)
      cr_expect_eq(expect_files(model, &of_registers[k]), counts[k], "text %zu, picture %zu", i, k);
    ims_model_free(model);
    free(xml);
  }
}

Test(hostile, what_is_very_long_is_cut_in_its_box_and_whole_in_its_tip)
{
  char text[LONG + 1];
  memset(text, 'W', LONG);
  for (size_t i = 9; i < LONG; i += 10)
    text[i] = ' ';
  text[LONG] = '\0';
  memcpy(text + LONG - 5, "OMEGA", 5);
  char *xml = world_of(text);
  ims_model *model = fixture_model(xml);
  Agraph_t *graph = fixture_graph(model, "ego", WIDE({ "reference", "s:1/4" }, { "systems", "s:2" }));
  bool whole = false;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n)) {
    whole = whole || strstr(fixture_attribute(n, "tooltip"), "OMEGA");
    if (fixture_is(n, "node"))
      cr_expect_lt(strlen(fixture_attribute(n, "label")), (size_t)200);
  }
  cr_expect(whole);
  agclose(graph);
  for (size_t k = 0; k < sizeof pictures / sizeof *pictures; k++) {
    ims_memory bytes = { 0 };
    draw(model, &pictures[k], "svg", &bytes);
    cr_expect_gt(bytes.size, (size_t)1000);
    ims_memory_free(&bytes);
    if (ims_diagram_find(pictures[k].diagram)->register_use == IMS_REGISTER_REQUIRED)
      expect_files(model, &pictures[k]);
  }
  ims_model_free(model);
  free(xml);
}

/* Graphviz changes the names and places of nodes, so what it wrote is looked at, not what was asked for. */
Test(hostile, a_tip_says_what_the_text_says)
{
  char *xml = world_of("\\N &amp;amp; &lt;x>");
  ims_model *model = fixture_model(xml);
  ims_memory bytes = { 0 };
  fixture_draw(model, "ego", WIDE({ "reference", "s:1/4" }, { "systems", "s:2" }), "svg", &bytes);
  cr_expect_not_null(strstr(bytes.data, "xlink:title=\"s:1/4 \\\xE2\x81\xA0N &amp;amp; &lt;x&gt;\""), "%.3000s",
                     bytes.data);
  ims_memory_free(&bytes);
  ims_model_free(model);
  free(xml);
}
