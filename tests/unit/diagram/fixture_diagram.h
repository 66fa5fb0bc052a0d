/** Pictures drawn from small models, and read again as graphs, for the tests of diagrams. */
#ifndef FIXTURE_DIAGRAM_H
#define FIXTURE_DIAGRAM_H

#include "ims/diagram.h"
#include "unit/report/fixture_report.h"

#include <graphviz/cgraph.h>

/** A common structure of two clauses, two standards that take it over and have more, guidance on one of them. */
#define WORLD                                                                                                          \
  NAMED_EDITION("h:1", "name='H' hub='yes'", CLAUSE("4", ALL, P("1", "one")) CLAUSE("5", ALL, P("1", "two")))          \
  NAMED_EDITION("s:1", "name='S' default='yes'",                                                                       \
                CLAUSE("4", ALL, P("1", "one")) CLAUSE("5", ALL, P("1", "two")) CLAUSE("8", ALL, "")                   \
                    CLAUSE("8.1", UNDER("8"), P("1", "own") P("2", "more")))                                           \
  NAMED_EDITION("t:1", "name='T' default='yes'",                                                                       \
                CLAUSE("4", ALL, P("1", "one"))                                                                        \
                    CLAUSE("8", ALL, P("1", "theirs") FORCED("2", "control", "if chosen")))                            \
  NAMED_EDITION("g:1", "name='G' default='yes'", "<clause number='1' title='Advice' force='guidance'/>")               \
  LABELLED_MAPPING("s:1", "h:1", "", ROW("4#1", "equal", "4#1") ROW("5#1", "superset", "5#1") NONE("8"))               \
  LABELLED_MAPPING("t:1", "h:1", "", ROW("4#1", "equal", "4#1") NONE("8"))                                             \
  LABELLED_MAPPING("s:1", "t:1", "", ROW("8.1#1", "intersects", "8#1") NONE("8.1#2") NONE_HERE("8#2"))                 \
  "<mapping-set id='g--s' source='g:1' target='s:1'><guidance source='1' target='8.1'/></mapping-set>"

static inline ims_status fixture_draw_with(const ims_model *model, const char *name, const ims_request *request,
                                           const ims_diagram_options *options, fixture_diags *diags, ims_memory *bytes)
{
  const ims_diagram *diagram = ims_diagram_find(name);
  cr_assert_not_null(diagram, "no diagram %s", name);
  return ims_diagram_draw(model, diagram, request, options, fixture_sink(diags), ims_sink_memory(bytes));
}

/** Draws in a format what has nothing wrong in it; free the bytes. */
static inline void fixture_draw(const ims_model *model, const char *name, const ims_request *request,
                                const char *format, ims_memory *bytes)
{
  fixture_diags diags = { 0 };
  const ims_diagram_options options = { .image = ims_image_find(format) };
  const ims_status status = fixture_draw_with(model, name, request, &options, &diags, bytes);
  cr_assert_str_eq(fixture_messages(&diags), "");
  cr_assert_eq(status, IMS_OK);
  fixture_diags_free(&diags);
}

/** Draws as DOT with at most `max_nodes` boxes (0: the default) and reads that again; close the graph. */
static inline Agraph_t *fixture_graph_within(const ims_model *model, const char *name, const ims_request *request,
                                             size_t max_nodes)
{
  fixture_diags diags = { 0 };
  ims_memory bytes = { 0 };
  const ims_diagram_options options = { .image = ims_image_find("dot"), .max_nodes = max_nodes };
  const ims_status status = fixture_draw_with(model, name, request, &options, &diags, &bytes);
  cr_assert_str_eq(fixture_messages(&diags), "");
  cr_assert_eq(status, IMS_OK);
  Agraph_t *graph = agmemread(bytes.data);
  cr_assert_not_null(graph, "what is written cannot be read");
  ims_memory_free(&bytes);
  fixture_diags_free(&diags);
  return graph;
}

static inline Agraph_t *fixture_graph(const ims_model *model, const char *name, const ims_request *request)
{
  return fixture_graph_within(model, name, request, 0);
}

static inline const char *fixture_attribute(void *object, const char *name)
{
  char copy[32];
  snprintf(copy, sizeof copy, "%s", name);
  const char *value = agget(object, copy);
  return value ? value : "";
}

/** True if the class of a node or edge has all the words, which are few: `clause focus`. */
static inline bool fixture_is(void *object, const char *words)
{
  char class[128], wanted[64];
  snprintf(class, sizeof class, " %s ", fixture_attribute(object, "class"));
  for (const char *word = words; *word;) {
    const size_t size = strcspn(word, " ");
    snprintf(wanted, sizeof wanted, " %.*s ", (int)size, word);
    if (!strstr(class, wanted))
      return false;
    word += size + (word[size] == ' ');
  }
  return true;
}

/** Number of nodes with these words in their class; legend and texts are left out unless they are asked for. */
static inline size_t fixture_nodes(Agraph_t *graph, const char *words)
{
  size_t count = 0;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    count += fixture_is(n, words) && (!fixture_is(n, "text") || strstr(words, "text"));
  return count;
}

/** The same for edges, those of the legend left out. */
static inline size_t fixture_edges(Agraph_t *graph, const char *words)
{
  size_t count = 0;
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    for (Agedge_t *e = agfstout(graph, n); e; e = agnxtout(graph, e))
      count += fixture_is(e, words) && !fixture_is(e, "legend");
  return count;
}

/** True if some label holds the text. */
static inline bool fixture_says(Agraph_t *graph, const char *text)
{
  for (Agnode_t *n = agfstnode(graph); n; n = agnxtnode(graph, n))
    if (strstr(fixture_attribute(n, "label"), text))
      return true;
  return false;
}

/** Expects that the diagram refuses with this status and these diagnostics: "bad-option: text\n". */
static inline void fixture_expect_undrawn(const ims_model *model, const char *name, const ims_request *request,
                                          const ims_diagram_options *options, ims_status status,
                                          const char *diagnostics)
{
  fixture_diags diags = { 0 };
  ims_memory bytes = { 0 }, got = { 0 };
  cr_expect_eq(fixture_draw_with(model, name, request, options, &diags, &bytes), status);
  cr_expect_eq(bytes.size, (size_t)0);
  for (size_t i = 0; i < diags.count; i++)
    fixture_printf(&got, "%s: %s\n", ims_diag_code(diags.list[i].id), diags.list[i].text);
  fixture_compare(&got, diagnostics);
  ims_memory_free(&bytes);
  fixture_diags_free(&diags);
}

#endif
