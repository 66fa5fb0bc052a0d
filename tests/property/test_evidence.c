/* States against an oracle that knows nothing of closures: two standards whose demands are related one to one, three
   systems, and registers at random. */

#include "query/evidence.h"

#include "unit/fixture_register.h"
#include "unit/report/fixture_report.h"

enum { WORLDS = 400, EDITIONS = 2, CLAUSES = 4, PARTS = 2, SYSTEMS = 3, LINES = 14, CLAIMS = 2, DAY = 20261128 };
enum { NO_ROW, ROW_AS_IS, ROW_EXTEND, ROW_UNSAID, ROW_NONE, ROW_KINDS };
enum { FIRST = 5 }; /* number of the first clause */
enum { ON_CLAUSE, ON_DEMAND, ON_ITEM, LEVELS };

/* Clauses begin with 5, and edition 0 may leave out the last, which is 8; that of edition 1 is a control. Systems 1 and
   2 are of edition 1; of the two sites that there are system 0 has both, and system 1 the first. */
static const char *const editions[] = { "9001:1", "s:1" };
static const char *const systems[] = { "Q", "S", "T" };
static const int edition_of[] = { 0, 1, 1 };

typedef struct claim {
  int edition, clause, part, level;
} claim;

typedef struct line {
  enum { DOCUMENT, EXCLUSION, FINDING, CONTROL } what;
  claim claims[CLAIMS];
  int claim_count;
  unsigned named; /* systems that it names; 0: none */
  int word;       /* kind of document, exemption, grade, applicable */
  int status, coverage, approved;
  int implementation, progress;
  bool reason, closed, ended, inherited;
  int site;     /* 0: none is named; 1, 2: one of those that systems have; 3: another */
  int document; /* that a line of the SoA names */
} line;

typedef struct world {
  uint64_t random;
  bool document[EDITIONS][CLAUSES][PARTS], record[EDITIONS][CLAUSES][PARTS]; /* that are demanded */
  bool leaves[EDITIONS][CLAUSES][PARTS];                                     /* a record, without a duty */
  bool condition[CLAUSES][PARTS];                                            /* in both editions */
  int row[CLAUSES][PARTS];
  line lines[LINES];
  int line_count;
  size_t seen[IMSI_STATE_COUNT];
} world;

static int pick(world *w, int below)
{
  w->random = w->random * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
  return (int)((w->random >> 33) % (uint64_t)below);
}

/* ---- a world, and its text ---- */

static void make_line(world *w, line *l, int index)
{
  static const int kinds[] = {
    DOCUMENT, DOCUMENT, DOCUMENT, DOCUMENT, DOCUMENT, DOCUMENT, EXCLUSION, FINDING, CONTROL
  };
  *l = (line){ .what = index < 3 ? DOCUMENT : kinds[pick(w, 9)], .claim_count = 1 + pick(w, CLAIMS) };
  for (int i = 0; i < l->claim_count; i++) {
    l->claims[i] = (claim){ pick(w, EDITIONS), pick(w, CLAUSES), pick(w, PARTS), pick(w, LEVELS) };
    if (l->what == DOCUMENT && pick(w, 2))
      l->claims[i].level = ON_CLAUSE;
  }
  l->named = pick(w, 3) ? 0 : 1 + (unsigned)pick(w, (1 << SYSTEMS) - 1);
  l->word = pick(w, 3);
  l->status = pick(w, 6);
  l->coverage = pick(w, 6);
  l->approved = pick(w, 5);
  l->reason = pick(w, 4) != 0;
  l->closed = pick(w, 3) == 0;
  l->ended = pick(w, 8) == 0;
  l->inherited = pick(w, 6) == 0;
  l->site = pick(w, 3) ? 0 : 1 + pick(w, 3);
  l->implementation = pick(w, 8);
  l->progress = pick(w, 6);
  l->document = pick(w, 3);
}

static void make(world *w)
{
  for (int c = 0; c < CLAUSES; c++)
    for (int p = 0; p < PARTS; p++) {
      for (int e = 0; e < EDITIONS; e++) {
        w->document[e][c][p] = pick(w, 3) == 0;
        w->record[e][c][p] = pick(w, 4) == 0;
        w->leaves[e][c][p] = pick(w, 4) == 0;
      }
      w->row[c][p] = pick(w, ROW_KINDS);
      w->condition[c][p] = pick(w, 2) == 0;
    }
  w->line_count = 3 + pick(w, LINES - 3);
  for (int i = 0; i < w->line_count; i++)
    make_line(w, &w->lines[i], i);
}

static bool is_control(int edition, int clause)
{
  return edition == 1 && clause == CLAUSES - 1;
}

static void write_edition(const world *w, int e, ims_memory *xml)
{
  fixture_printf(xml, "<edition id='%s' name='E' kind='requirements'>\n", editions[e]);
  for (int c = 0; c < CLAUSES; c++) {
    fixture_printf(xml, "<clause number='%d' force='%s' provisions='all'>\n", c + FIRST,
                   is_control(e, c) ? "control" : "requirement");
    for (int p = 0; p < PARTS; p++)
      fixture_printf(xml, "<provision id='%d'%s%s><gist>G.</gist><item id='%c'>a</item>%s%s</provision>\n", p,
                     w->condition[c][p] ? " condition='c'" : "", w->leaves[e][c][p] ? " record='own'" : "",
                     (char)('a' + p), w->document[e][c][p] ? "<duty kind='document' verb='maintain'>d</duty>" : "",
                     w->record[e][c][p] ? "<duty kind='record' verb='retain'>r</duty>" : "");
    fixture_printf(xml, "</clause>\n");
  }
  fixture_printf(xml, "</edition>\n");
}

static ims_model *model_of(const world *w)
{
  static const char *const methods[] = {
    [ROW_AS_IS] = " method='as-is'", [ROW_EXTEND] = " method='extend'", [ROW_UNSAID] = ""
  };
  ims_memory xml = { 0 };
  fixture_printf(&xml, "<imsmap version='1'>\n");
  for (int e = 0; e < EDITIONS; e++)
    write_edition(w, e, &xml);
  fixture_printf(&xml, "<mapping-set id='m' source='9001:1' target='s:1'>\n");
  for (int c = 0; c < CLAUSES; c++)
    for (int p = 0; p < PARTS; p++)
      if (w->row[c][p] == ROW_NONE)
        fixture_printf(&xml, "<none source='%d#%d'/><none target='%d#%d'/>\n", c + FIRST, p, c + FIRST, p);
      else if (w->row[c][p] != NO_ROW)
        fixture_printf(&xml, "<relation source='%d#%d' is='equal' target='%d#%d'%s/>\n", c + FIRST, p, c + FIRST, p,
                       methods[w->row[c][p]]);
  fixture_printf(&xml, "</mapping-set></imsmap>\n");
  ims_model *model = fixture_model(xml.data);
  ims_memory_free(&xml);
  return model;
}

static void write_claims(const line *l, ims_memory *text)
{
  fixture_printf(text, " clauses=");
  for (int i = 0; i < l->claim_count; i++) {
    const claim *c = &l->claims[i];
    fixture_printf(text, "%s%s/%d", i ? "," : "", editions[c->edition], c->clause + FIRST);
    if (c->level == ON_DEMAND)
      fixture_printf(text, "#%d", c->part);
    if (c->level == ON_ITEM)
      fixture_printf(text, "#%c", 'a' + c->part);
  }
}

static void write_systems(const line *l, ims_memory *text)
{
  const char *separator = " systems=";
  for (int s = 0; s < SYSTEMS; s++) {
    if (!(l->named >> s & 1))
      continue;
    fixture_printf(text, "%s%s", separator, systems[s]);
    separator = ",";
  }
}

static void write_document(const line *l, int index, ims_memory *text)
{
  static const char *const kinds[] = { "", " kind=document", " kind=record" };
  static const char *const states[] = { "", "", "", " status=valid", " status=draft", " status=obsolete" };
  static const char *const coverages[] = { "", "", "", " coverage=full", " coverage=partial", " coverage=proposed" };
  static const char *const days[] = { "", "", " approved=20260101", " approved=20261128", " approved=20270101" };
  static const char *const sites[] = { "", " sites=A", " sites=B", " sites=C" };
  fixture_printf(text, "document id=D%d title=D%s%s%s%s%s%s%s", index, kinds[l->word], states[l->status],
                 coverages[l->coverage], days[l->approved], sites[l->site], l->ended ? " to=20261127" : "",
                 l->inherited ? " extent=inherited" : "");
  write_claims(l, text);
}

static void write_line(const line *l, int index, ims_memory *text)
{
  static const char *const exemptions[] = { "not applicable", "no occurrence", "no occurrence" };
  static const char *const grades[] = { "", " grade=minor", " grade=observation" };
  static const char *const progress[] = { "", "", "", " progress=open", " progress=planned", " progress=closed" };
  static const char *const done[] = { "",
                                      "",
                                      "",
                                      "",
                                      " implementation=implemented",
                                      " implementation=partly",
                                      " implementation=planned",
                                      " implementation=not implemented" };
  if (l->what == DOCUMENT) {
    write_document(l, index, text);
  } else if (l->what == EXCLUSION) {
    fixture_printf(text, "exclusion exemption=%s%s", exemptions[l->word], l->reason ? " reason=R" : "");
    write_claims(l, text);
  } else if (l->what == FINDING) {
    fixture_printf(text, "finding id=F%d title=F%s%s%s", index, grades[l->word], l->closed ? " closed=20261101" : "",
                   progress[l->progress]);
    write_claims(l, text);
  } else {
    fixture_printf(text, "control id=%d applicable=%s%s%s documents=D%d", CLAUSES + FIRST - 1, l->word ? "yes" : "no",
                   l->reason ? " reason_out=R" : "", done[l->implementation], l->document);
  }
  write_systems(l, text);
}

static ims_register *register_of(const world *w, const ims_model *model)
{
  ims_memory texts[LINES] = { { 0 } };
  const char *lines[SYSTEMS + LINES] = { "system id=Q edition=9001:1 sites=A,B", "system id=S edition=s:1 sites=A",
                                         "system id=T edition=s:1" };
  for (int i = 0; i < w->line_count; i++) {
    write_line(&w->lines[i], i, &texts[i]);
    lines[SYSTEMS + i] = texts[i].data;
  }
  ims_register *given = fixture_register(model, lines, SYSTEMS + (size_t)w->line_count);
  for (int i = 0; i < w->line_count; i++)
    ims_memory_free(&texts[i]);
  return given;
}

/* ---- the oracle ---- */

typedef struct demand {
  int system, clause, part;
} demand;

/* The systems of a line that names none are those of the editions that it cites; a line of the SoA is for all. */
static bool is_for(const line *l, int system)
{
  if (l->named)
    return l->named >> system & 1;
  if (l->what == CONTROL)
    return true;
  for (int i = 0; i < l->claim_count; i++)
    if (l->claims[i].edition == edition_of[system])
      return true;
  return false;
}

/* 0: nothing; 1: a part of the demand; 2: all of it. */
static int reaches(const claim *c, const demand *d)
{
  if (c->edition != edition_of[d->system] || c->clause != d->clause)
    return 0;
  if (c->level == ON_CLAUSE)
    return 2;
  return c->part != d->part ? 0 : c->level == ON_DEMAND ? 2 : 1;
}

static bool is_good(const line *l)
{
  return l->status < 4 && l->approved < 4 && !(l->ended && l->word != 2);
}

static const line *soa_line(const world *w, const demand *d)
{
  for (int i = 0; i < w->line_count; i++)
    if (w->lines[i].what == CONTROL && is_for(&w->lines[i], d->system))
      return is_control(edition_of[d->system], d->clause) ? &w->lines[i] : NULL;
  return NULL;
}

/* 0: none of the sites of the system; 1: some; 2: all. */
static int sites_of(const line *l, int system)
{
  if (!l->site || system == 2)
    return 2;
  if (system == 0)
    return l->site < 3;
  return l->site == 1 ? 2 : 0;
}

/* A record that names no system is that of the only one of its standard. */
static bool is_whose(const line *l, int system)
{
  return l->word == 2 && !l->named && edition_of[system] == 1;
}

/* What the claims of a document say of a demand: 0, 1 for a part, 2; sites aside. */
static int claimed(const line *l, const demand *d)
{
  int best = 0;
  for (int i = 0; i < l->claim_count; i++) {
    const int found = reaches(&l->claims[i], d);
    const int worth = found && l->coverage == 4 ? 1 : found;
    best = worth > best ? worth : best;
  }
  return best;
}

static bool is_claimed(const line *l, const demand *d)
{
  return claimed(l, d) > 0;
}

/* How well a document speaks for the demand: 0, 1 for a part, 2; sites aside. */
static int worth_of(const world *w, int index, const demand *d)
{
  const line *l = &w->lines[index];
  const line *soa = soa_line(w, d);
  const int done = soa ? soa->implementation : 0;
  int best = 0;
  if (l->what != DOCUMENT || !is_good(l))
    return 0;
  if (is_for(l, d->system) && l->coverage != 5 && !is_whose(l, d->system))
    best = claimed(l, d);
  if (best == 2 && done > 4)
    best = 1;
  if (!soa || !soa->word || soa->document != index || (l->named && !is_for(l, d->system)) || done > 5)
    return best;
  if (is_claimed(l, d) && l->coverage == 5)
    return best;
  const int named = done == 5 || (is_claimed(l, d) && l->coverage == 4) ? 1 : 2;
  return named > best ? named : best;
}

/* The same with its sites. */
static int support(const world *w, int index, const demand *d)
{
  const int worth = worth_of(w, index, d), sites = sites_of(&w->lines[index], d->system);
  return worth && sites ? (worth < sites ? worth : sites) : 0;
}

/* True if all of it is claimed by documents of a kind for one site each, and by such for each site. */
static bool reach_together(const world *w, int kind, const demand *d)
{
  unsigned sites = 0;
  for (int i = 0; i < w->line_count; i++)
    if (w->lines[i].what == DOCUMENT && w->lines[i].word == kind && sites_of(&w->lines[i], d->system) == 1 &&
        worth_of(w, i, d) == 2)
      sites |= 1U << w->lines[i].site;
  return sites == 6;
}

static bool depends(const world *w, const claim *c)
{
  bool all = true;
  for (int p = 0; p < PARTS; p++)
    all = all && (w->condition[c->clause][p] || (c->level != ON_CLAUSE && c->part != p));
  return all;
}

static bool is_excluded(const world *w, const demand *d, int occurrence)
{
  for (int i = 0; i < w->line_count; i++) {
    const line *l = &w->lines[i];
    if (l->what != EXCLUSION || !l->reason || (l->word > 0) != occurrence || !is_for(l, d->system))
      continue;
    for (int k = 0; k < l->claim_count; k++)
      if (reaches(&l->claims[k], d) == 2 && (!occurrence || depends(w, &l->claims[k])))
        return true;
  }
  return false;
}

static bool is_not_applicable(const world *w, const demand *d)
{
  const line *soa = soa_line(w, d);
  if (soa && !soa->word && soa->reason)
    return true;
  return edition_of[d->system] == 0 && d->clause == CLAUSES - 1 && is_excluded(w, d, 0);
}

static bool is_open(const world *w, const demand *d)
{
  for (int i = 0; i < w->line_count; i++) {
    const line *l = &w->lines[i];
    if (l->what != FINDING || l->word == 2 || !is_for(l, d->system) || l->progress == 5 ||
        (l->closed && l->progress < 3))
      continue;
    for (int k = 0; k < l->claim_count; k++)
      if (reaches(&l->claims[k], d))
        return true;
  }
  return false;
}

static bool demands(const world *w, const demand *d, int kind)
{
  const int e = edition_of[d->system];
  return kind == 1 ? w->document[e][d->clause][d->part]
                   : w->record[e][d->clause][d->part] || w->leaves[e][d->clause][d->part];
}

static bool is_method(const world *w, int index, const demand *d)
{
  return support(w, index, d) == 2 && w->lines[index].word == 1 && !w->lines[index].inherited;
}

static bool has_method(const world *w, const demand *d)
{
  if (is_not_applicable(w, d) || is_excluded(w, d, 1) || is_open(w, d))
    return false;
  for (int i = 0; i < w->line_count; i++)
    if (is_method(w, i, d))
      return true;
  return false;
}

/* True if all the methods of these leave the system out, by name or by site. */
static bool leaves_out(const world *w, int system, const demand *d)
{
  for (int i = 0; i < w->line_count; i++)
    if (is_method(w, i, d) && (!w->lines[i].named || w->lines[i].named >> system & 1) && sites_of(&w->lines[i], system))
      return false;
  return true;
}

static imsi_state own_state(const world *w, const demand *d)
{
  bool whole[3] = { false, false, false }, part[3] = { false, false, false };
  bool any = false;
  for (int i = 0; i < w->line_count; i++) {
    const int found = support(w, i, d);
    whole[w->lines[i].word] |= w->lines[i].what == DOCUMENT && found == 2;
    part[w->lines[i].word] |= w->lines[i].what == DOCUMENT && found == 1;
    any = any || found;
  }
  for (int kind = 0; kind < 3; kind++)
    whole[kind] = whole[kind] || reach_together(w, kind, d);
  const bool all = whole[0] || whole[1] || whole[2];
  if (all && (whole[1] || !demands(w, d, 1)) && (whole[2] || !demands(w, d, 2)))
    return IMSI_STATE_EVIDENCED;
  if (whole[1] && demands(w, d, 2) && !whole[2] && !part[2])
    return IMSI_STATE_RUN;
  return any ? IMSI_STATE_PARTIAL : IMSI_STATE_GAP;
}

static bool has_record(const world *w, const demand *d)
{
  if (reach_together(w, 2, d))
    return true;
  for (int i = 0; i < w->line_count; i++)
    if (w->lines[i].word == 2 && support(w, i, d) == 2)
      return true;
  return false;
}

static bool has_anything(const world *w, int edition)
{
  for (int s = 0; s < SYSTEMS; s++)
    for (int c = 0; c < CLAUSES; c++)
      for (int p = 0; p < PARTS; p++)
        if (edition_of[s] == edition && has_method(w, &(demand){ s, c, p }))
          return true;
  return false;
}

/* What systems of the other edition have for the one demand that is equal to it. */
static imsi_state state_by_others(const world *w, const demand *d)
{
  const int row = w->row[d->clause][d->part];
  bool had = false, out = true;
  for (int s = 0; s < SYSTEMS; s++) {
    const demand other = { s, d->clause, d->part };
    if (edition_of[s] == edition_of[d->system] || !has_method(w, &other))
      continue;
    had = true;
    out = out && leaves_out(w, d->system, &other);
  }
  if (!had || row == NO_ROW || row == ROW_NONE) {
    if (!has_anything(w, 1 - edition_of[d->system]) || row != NO_ROW)
      return IMSI_STATE_GAP;
    return IMSI_STATE_UNEXAMINED;
  }
  if (row == ROW_UNSAID)
    return IMSI_STATE_RELATED;
  if (row == ROW_EXTEND || out)
    return IMSI_STATE_EXTEND;
  return demands(w, d, 2) && !has_record(w, d) ? IMSI_STATE_RUN : IMSI_STATE_REUSABLE;
}

static bool has_twin(const world *w, const demand *d)
{
  for (int s = 0; s < SYSTEMS; s++)
    if (s != d->system && edition_of[s] == edition_of[d->system] && has_method(w, &(demand){ s, d->clause, d->part }))
      return true;
  return false;
}

/* True if a document is claimed for all of it, and only its sites are none of the system's. */
static bool is_elsewhere(const world *w, const demand *d)
{
  for (int i = 0; i < w->line_count; i++) {
    const line *l = &w->lines[i];
    if (l->what == DOCUMENT && is_good(l) && l->word == 1 && is_for(l, d->system) && l->coverage < 4 &&
        !sites_of(l, d->system) && claimed(l, d) == 2)
      return true;
  }
  return false;
}

static imsi_state state_of(const world *w, const demand *d)
{
  if (is_not_applicable(w, d))
    return IMSI_STATE_NOT_APPLICABLE;
  if (is_excluded(w, d, 1))
    return IMSI_STATE_NO_OCCURRENCE;
  const imsi_state own = own_state(w, d);
  if (own == IMSI_STATE_EVIDENCED)
    return is_open(w, d) ? IMSI_STATE_PARTIAL : own;
  imsi_state others = state_by_others(w, d);
  if (others > IMSI_STATE_EXTEND && (has_twin(w, d) || is_elsewhere(w, d)))
    others = IMSI_STATE_EXTEND;
  return own < IMSI_STATE_GAP && own < others ? own : others;
}

/* ---- both ---- */

static void check(world *w, const ims_model *model, const imsi_evidence *evidence, uint64_t seed)
{
  for (int s = 0; s < SYSTEMS; s++) {
    imsi_vec all = IMSI_VEC(ims_node);
    cr_assert_eq(imsi_evidence_demands(evidence, (uint32_t)s, &all), IMS_OK);
    cr_assert_eq(all.count, CLAUSES * PARTS);
    for (int i = 0; i < CLAUSES * PARTS; i++) {
      const demand d = { s, i / PARTS, i % PARTS };
      const ims_node node = IMSI_AT(ims_node, &all, i);
      const imsi_state expected = state_of(w, &d);
      imsi_shown shown;
      cr_assert_eq(imsi_evidence_show(evidence, (uint32_t)s, node, &shown), IMS_OK);
      cr_expect_eq(shown.state, expected, "world %d, %s %s: %s, not %s", (int)seed, systems[s],
                   ims_node_name(model, node), imsi_state_name(shown.state), imsi_state_name(expected));
      w->seen[shown.state]++;
    }
    imsi_vec_free(&all);
  }
}

Test(evidence, states_are_those_of_an_oracle)
{
  static world w;
  size_t sum = 0;
  for (uint64_t seed = 1; seed <= WORLDS; seed++) {
    w.random = seed * UINT64_C(0x9E3779B97F4A7C15);
    make(&w);
    ims_model *model = model_of(&w);
    ims_register *given = register_of(&w, model);
    imsi_closure *closure = NULL;
    imsi_evidence *evidence = NULL;
    cr_assert_eq(imsi_closure_new(model, &closure), IMS_OK);
    cr_assert_eq(imsi_evidence_new(model, given, closure, DAY, &evidence), IMS_OK);
    check(&w, model, evidence, seed);
    imsi_evidence_free(evidence);
    imsi_closure_free(closure);
    ims_register_free(given);
    ims_model_free(model);
  }
  for (int state = 0; state < IMSI_STATE_COUNT; state++) {
    cr_expect_gt(w.seen[state], 10, "%s: %zu", imsi_state_name((imsi_state)state), w.seen[state]);
    sum += w.seen[state];
  }
  cr_expect_eq(sum, WORLDS * SYSTEMS * CLAUSES * PARTS);
}
