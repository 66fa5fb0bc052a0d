/* The sections of the page. What one shows is asked in SQL where several reports are put together, and else a report as
   it is. Columns of a question are named as people read them. */

#include "page.h"

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* What counts, and is not done. */
#define OPEN "state NOT IN ('evidenced', 'not-applicable', 'no-occurrence')"
#define COUNTED "state NOT IN ('not-applicable', 'no-occurrence')"

/* Rows of the mappings that what is open rests on. */
#define CITED                                                                                                          \
  "FROM relation r WHERE EXISTS (SELECT 1 FROM {gap} g WHERE g." OPEN                                                  \
  " AND instr(char(10) || g.place || char(10), char(10) || r.file || ':' || r.line || char(10)))"

/* ---- the page that can be printed alone ---- */

#define SHARES                                                                                                         \
  "sum(state = 'evidenced') AS \"evidenced\", sum(state = 'reusable') AS \"reusable\", sum(state = 'run') AS "         \
  "\"run\", sum(state = 'extend') AS \"extend\", sum(state = 'partial') AS \"partial\", sum(state = 'related') AS "    \
  "\"related\", sum(state = 'gap') AS \"gap\", sum(state = 'unexamined') AS \"unexamined\" "

/* Only the first of many are shown, and how many more there are. */
#define LACKING "FROM {duties} WHERE state IN ('not met', 'other kind') "
#define ERRORS "FROM {findings} WHERE outcome = 'found' AND severity = 'error' GROUP BY title "

/* A demand names the nonconformities against it a line each. */
#define NONCONFORMITIES                                                                                                \
  "WITH RECURSIVE f(system, line, rest) AS (SELECT system, '', finding || char(10) FROM {coverage} WHERE finding <> "  \
  "'' UNION ALL SELECT system, substr(rest, 1, instr(rest, char(10)) - 1), substr(rest, instr(rest, char(10)) + 1) "   \
  "FROM f WHERE rest <> '') SELECT line, group_concat(DISTINCT system) AS systems, count(*) AS demands FROM f WHERE "  \
  "line <> '' GROUP BY line"

static const page_part_rule summary[] = {
  { .need = PAGE_REGISTER,
    .statement = "SELECT column1 AS \"System\", column2 AS \"Standard\", column3 AS \"Certified\", column4 AS "
                 "\"Certificate\", column5 AS \"Valid until\", column6 AS \"Scope\" FROM {systems}",
    .layout = { .label = "What is certified, as the register says", .filter = "Certified", .bare = true } },
  { .need = PAGE_NO_REGISTER,
    .statement = "SELECT column2 AS \"Standard\", column4 AS \"Title\", column3 AS \"Here\" FROM {systems}",
    .layout = { .label = "What this is about", .filter = "Here", .bare = true } },
  { .need = PAGE_REGISTER,
    .statement = "SELECT coalesce(system, edition) || CASE force WHEN 'control' THEN ', controls' ELSE ', "
                 "requirements' END AS \"Demands of\", printf('%d of %d (%d %%)', sum(state = 'evidenced'), count(*), "
                 "cast(round(100.0 * sum(state = 'evidenced') / count(*)) AS INTEGER)) AS \"Evidenced\", " SHARES
                 "FROM {gap} WHERE " COUNTED " GROUP BY instr({order}, edition), system, force = 'control'",
    .layout = { .label = "What is there, and what is missing",
                .bars = "evidenced,reusable,run,extend,partial,related,gap,unexamined",
                .bare = true } },
  { .need = PAGE_NO_REGISTER,
    .statement =
        "SELECT edition || CASE force WHEN 'control' THEN ', controls' ELSE ', requirements' END AS "
        "\"Demands of\", printf('%d of %d (%d %%)', sum(state IN ('reusable', 'run', 'extend')), count(*), "
        "cast(round(100.0 * sum(state IN ('reusable', 'run', 'extend')) / count(*)) AS INTEGER)) AS \"Asked "
        "in full there\", " SHARES "FROM {gap} WHERE " COUNTED " GROUP BY instr({order}, edition), force = 'control'",
    .layout = { .label = "What is there, and what is missing",
                .bars = "evidenced,reusable,run,extend,partial,related,gap,unexamined",
                .bare = true } },
  { .statement =
        "SELECT state AS \"State\", CASE state WHEN 'reusable' THEN 'Adopt what is there, unchanged' WHEN 'run' THEN "
        "'The method is there: do it for this system, and keep the record' WHEN 'extend' THEN 'Extend a document that "
        "serves another system' WHEN 'partial' THEN 'Add what is left over' WHEN 'related' THEN 'Build on something "
        "near, which does not contain it' WHEN 'gap' THEN 'New: nothing is registered that serves' ELSE 'Find out: "
        "nobody has compared it' END AS \"What it takes\", sum(n) AS \"Demands\", group_concat(who || ' ' || n, ', ') "
        "AS \"Where\" FROM (SELECT state, effort, coalesce(system, edition) || CASE force WHEN 'control' THEN ' "
        "controls' ELSE '' END AS who, count(*) AS n FROM {gap} WHERE " OPEN
        " GROUP BY state, who ORDER BY who) GROUP BY state ORDER BY effort",
    .if_any = true,
    .layout = { .label = "What it takes", .filter = "State", .bare = true } },
  { .need = PAGE_REGISTER,
    .statement =
        "SELECT * FROM (SELECT line AS \"Open\", systems AS \"Systems\", demands AS \"Demands\" FROM (" NONCONFORMITIES
        ") ORDER BY instr(line, ', major') = 0, line LIMIT 3) UNION ALL SELECT printf('and %d more', count(*) - "
        "3), '', '' FROM (" NONCONFORMITIES ") HAVING count(*) > 3",
    .if_any = true,
    .layout = { .label = "Nonconformities that are open", .bare = true } },
  { .need = PAGE_REGISTER,
    .statement = "SELECT * FROM (SELECT system AS \"System\", ref AS \"Clause\", kind || ': ' || text || CASE WHEN "
                 "unconfirmed = 'yes' THEN ' (unconfirmed)' ELSE '' END AS \"Documented information\", state AS "
                 "\"State\" " LACKING
                 "ORDER BY state LIMIT 3) UNION ALL SELECT '', '', printf('and %d more', count(*) - 3), '' " LACKING
                 "HAVING count(*) > 3",
    .if_any = true,
    .layout = { .label = "Demanded documents and records that are not registered, or as another kind", .bare = true } },
  { .need = PAGE_REGISTER,
    .statement =
        "SELECT * FROM (SELECT title AS \"Finding\", count(*) AS \"Times\", min(subject) AS \"For instance\" " ERRORS
        "ORDER BY count(*) DESC, \"check\" LIMIT 3) UNION ALL SELECT printf('and %d more kinds of "
        "error', count(*) - 3), (SELECT count(*) FROM {findings} WHERE outcome = 'found' AND severity = "
        "'error') - (SELECT sum(n) FROM (SELECT count(*) AS n " ERRORS
        "ORDER BY n DESC LIMIT 3)), '' FROM (SELECT 1 " ERRORS ") HAVING count(*) > 3",
    .if_any = true,
    .layout = { .label = "What to settle first in the register", .bare = true } },
  { .statement = "SELECT count(*) AS \"Rows of the mappings\", sum(status = 'verified') AS \"Verified against a "
                 "licensed copy\", sum(status = 'reviewed') AS \"Read a second time\", sum(status = 'proposed') AS "
                 "\"Proposed\" " CITED,
    .layout = { .label = "Who has read the relations that this rests on", .bare = true } },
};

static const page_section_rule section_summary = {
  .id = "summary",
  .title = "Summary",
  .intro = "Counts are of demands in our own words, and depend on how a standard is split into them. A gap means that "
           "no evidence is known; it is not a nonconformity.",
  .overview = true,
  .parts = summary,
  .part_count = COUNT(summary),
};

/* ---- what is missing ---- */

#define DEMAND                                                                                                         \
  "g.edition || '/' || g.ref || ': ' || g.text || coalesce((SELECT char(10) || group_concat('- ' || i.text, "          \
  "char(10)) FROM item i WHERE i.edition = g.edition AND i.provision = g.ref), '') AS \"Asked here\""
#define CLAUSE                                                                                                         \
  "JOIN provision p ON p.edition = g.edition AND p.id = g.ref JOIN clause c ON c.edition = p.edition AND c.number = "  \
  "p.clause "

static const page_part_rule gap[] = {
  { .statement =
        "SELECT coalesce(g.system || ' ', '') || g.edition AS \"Standard\", trim(c.number || ' ' || coalesce(c.title, "
        "'')) AS \"Clause\", "
        "g.edition || '/' || c.number AS clause_name, g.edition || '/' || g.ref AS name, g.ref AS \"Reference\", "
        "g.text AS \"Demand\", g.force AS \"Kind\", g.state AS \"State\", g.todo AS \"What to do\", " DEMAND
        ", g.counterparts AS \"Met elsewhere\", g.common AS \"Both ask\", g.items_open AS \"Items left over\", "
        "g.beyond AS \"Left over\", g.uncompared AS \"Not compared\", g.condition AS \"Condition\", g.documents AS "
        "\"Own documents\", g.serving_documents AS \"Documents that serve\", g.lacking AS \"Lacking\", g.doubts AS "
        "\"Claims that do not count\", g.reason AS \"Open against it\", g.chain AS \"Chain\", g.standing AS "
        "\"Standing\", g.place AS \"Rests on\" FROM {gap} g " CLAUSE "WHERE g." OPEN,
    .layout = { .shown = "Reference,Demand,State,What to do",
                .opened = "Both ask,Items left over,Left over,Not compared,Condition,Own documents,Documents that "
                          "serve,Lacking,Claims that do not count,Open against it,Chain,Standing,Rests on",
                .beside = "Asked here,Met elsewhere",
                .promise = "Both sides, chain and origin",
                .group = "Standard,Clause",
                .group_name = "clause_name",
                .name = "name",
                .filter = "State,Standard,Kind" } },
  { .report = "gap", .layout = { .shown = "" } },
};

static const page_section_rule section_gap = {
  .id = "gap",
  .title = "What is missing",
  .intro = "Each demand that is not evidenced, with what would do. Open a row to read both sides next to each other, "
           "the chain of relations between them, and the rows of the mappings that it rests on.",
  .parts = gap,
  .part_count = COUNT(gap),
};

/* ---- what is there ---- */

static const page_part_rule coverage[] = {
  { .statement = "SELECT g.system || ' ' || g.edition AS \"Standard\", trim(c.number || ' ' || coalesce(c.title, '')) "
                 "AS \"Clause\", "
                 "g.edition || '/' || c.number AS clause_name, g.edition || '/' || g.ref AS name, g.ref AS "
                 "\"Reference\", g.text AS \"Demand\", g.force AS \"Kind\", g.state AS \"State\", g.documents AS "
                 "\"Documents\", g.condition AS \"Condition\", g.lacking AS \"Lacking\", g.elsewhere AS \"In other "
                 "systems\", g.doubts AS \"Claims that do not count\", g.exemption AS \"Why it is left out\", "
                 "g.finding AS \"Open nonconformity\", g.place AS \"Rests on\" FROM {coverage} g " CLAUSE,
    .layout = { .shown = "Reference,Demand,State,Documents",
                .opened = "Condition,Lacking,In other systems,Claims that do not count,Why it is left out,Open "
                          "nonconformity,Rests on",
                .group = "Standard,Clause",
                .group_name = "clause_name",
                .name = "name",
                .filter = "State,Standard,Kind" } },
  { .report = "coverage", .layout = { .shown = "" } },
};

static const page_section_rule section_coverage = {
  .need = PAGE_REGISTER,
  .id = "coverage",
  .title = "What the evidence shows",
  .intro = "Every demand of every system, with the documents of the register that count for it and the cells that say "
           "so. What documents say, nobody has read here.",
  .parts = coverage,
  .part_count = COUNT(coverage),
};

static const page_part_rule duties[] = { { .report = "duties", .layout = { .filter = "state" } } };

static const page_section_rule section_duties = {
  .need = PAGE_REGISTER,
  .id = "duties",
  .title = "Documents and records demanded",
  .intro = "The documented information that the standards ask for, and what the register has for it.",
  .parts = duties,
  .part_count = COUNT(duties),
};

static const page_part_rule soa[] = { { .report = "soa", .layout = { .filter = "decision" } } };

static const page_section_rule section_soa = {
  .need = PAGE_CONTROLS,
  .id = "soa",
  .title = "Statement of Applicability",
  .intro = "The controls, whether they are included, and why; what is left out, and what others ask of it.",
  .parts = soa,
  .part_count = COUNT(soa),
};

static const page_part_rule shared[] = { { .report = "shared", .layout = { .filter = "system" } } };

static const page_section_rule section_shared = {
  .need = PAGE_REGISTER,
  .id = "shared",
  .title = "Shared evidence",
  .intro = "Documents that serve several systems, those on which too much depends, those that serve nothing.",
  .parts = shared,
  .part_count = COUNT(shared),
};

static const page_part_rule findings[] = { { .report = "findings", .layout = { .filter = "severity" } } };

static const page_section_rule section_findings = {
  .need = PAGE_REGISTER,
  .id = "findings",
  .title = "Findings in the register",
  .intro = "What the checks found: where, why, on what it rests, and what to do.",
  .parts = findings,
  .part_count = COUNT(findings),
};

/* ---- how the standards are related ---- */

static const page_section_rule section_correlation = {
  .need = PAGE_SEVERAL,
  .id = "correlation",
  .title = "Correlation",
  .intro =
      "Clauses of one standard, the pivot, and their counterparts in the others. Open a row for what both ask, and "
      "what each asks beyond it.",
  .pivots = true,
};

static const page_part_rule overlap[] = { { .report = "overlap", .standards = true } };

static const page_section_rule section_overlap = {
  .need = PAGE_SEVERAL,
  .id = "overlap",
  .title = "What they have in common",
  .intro = "How many demands all standards share, how many some, and how many are a standard's own, by clause of the "
           "structure that they have in common.",
  .parts = overlap,
  .part_count = COUNT(overlap),
};

static const page_picture_rule pictures[] = {
  { .need = PAGE_REGISTER, .subject = PAGE_EVIDENCE, .label = "What the evidence shows", .diagram = "coverage" },
  { .need = PAGE_REGISTER,
    .subject = PAGE_EVIDENCE,
    .label = "Which documents serve what, and what systems share",
    .diagram = "evidence" },
  { .need = PAGE_SEVERAL, .label = "Who shares with whom", .diagram = "overlap", .standards = "edition" },
  { .need = PAGE_SEVERAL,
    .label = "Clause by clause",
    .diagram = "overlap",
    .standards = "edition",
    .view = "clauses" },
  { .need = PAGE_SEVERAL,
    .label = "The common structure, and what each has around it",
    .diagram = "hub",
    .standards = "edition",
    .most = 4 },
  { .need = PAGE_SEVERAL,
    .label = "Subjects of policies and procedures",
    .diagram = "topics",
    .standards = "systems",
    .as_list = true },
  { .subject = PAGE_PASSAGES, .diagram = "transition" },
};

static const page_section_rule section_pictures = {
  .id = "pictures",
  .title = "Pictures",
  .intro = "What the tables above say, drawn. What nobody has examined is never a line.",
  .pictures = pictures,
  .picture_count = COUNT(pictures),
};

/* ---- words ---- */

static const page_part_rule glossary[] = {
  { .statement =
        "SELECT t.label AS \"Word\", t.edition AS \"Standard\", t.number AS \"Number\", t.text AS \"In our words\", "
        "t.note AS \"Note\", t.ref AS name, (SELECT group_concat(r.relation || ' ' || coalesce(r.other, '') || "
        "coalesce(': ' || r.note, ''), char(10)) FROM terms r WHERE r.kind = 'relation' AND r.ref = t.ref) AS "
        "\"Beside other words\", (SELECT 'differs' FROM terms w WHERE w.kind = 'warning' AND (w.ref = t.ref OR w.other "
        "= t.ref) LIMIT 1) AS \"Meaning\", t.place AS \"Stated in\" FROM terms t WHERE t.kind = 'term' AND (t.edition "
        "IN {scope} OR t.edition IN (SELECT vocabulary FROM edition WHERE edition IN {scope}))",
    .layout = { .label = "Words of the standards",
                .shown = "Word,Standard,In our words,Meaning",
                .opened = "Number,Note,Beside other words,Stated in",
                .name = "name",
                .filter = "Standard,Meaning" } },
};

static const page_section_rule section_glossary = {
  .id = "glossary",
  .title = "Glossary",
  .intro = "What the standards mean by their words. 'differs': another standard of this page uses the same word and "
           "means something else.",
  .parts = glossary,
  .part_count = COUNT(glossary),
};

/* ---- where it comes from ---- */

static const page_part_rule origin[] = {
  { .statement =
        "SELECT edition AS \"Edition\", name AS \"Standard\", title AS \"Title\", status || CASE provisional WHEN 1 "
        "THEN "
        "', data provisional' ELSE '' END AS \"Status\", published AS \"Published\", file || ':' || line AS \"Stated "
        "in\" FROM edition WHERE edition IN {scope} ORDER BY instr({order}, edition)",
    .layout = { .label = "Standards in scope", .bare = true } },
  { .need = PAGE_REGISTER,
    .statement =
        "SELECT file || coalesce(':' || sheet, '') AS \"Sheet\", kind AS \"Read as\", \"column\" AS "
        "\"Column\", field AS \"Taken as\", cells AS \"Cells\", understood AS \"Understood\", not_understood AS "
        "\"Not understood\" FROM {register}",
    .layout = { .label = "How the register was understood",
                .shown = "Column,Taken as,Cells,Understood,Not understood",
                .group = "Sheet,Read as" } },
  { .statement = "SELECT r.file || ':' || r.line AS \"Place\", r.source_edition || '/' || r.source AS \"From\", "
                 "r.relation AS \"Relation\", r.target_edition || '/' || r.target AS \"To\", r.common AS \"Both ask\", "
                 "r.source_only AS \"Only the first asks\", r.target_only AS \"Only the second asks\", r.note AS "
                 "\"Note\", r.status AS \"Status\", r.confidence AS \"Confidence\", r.basis AS \"Basis\" " CITED,
    .if_any = true,
    .layout = { .label = "Rows of the mappings that the gaps rest on",
                .shown = "Place,From,Relation,To,Status",
                .opened = "Both ask,Only the first asks,Only the second asks,Note,Confidence,Basis",
                .name = "Place",
                .filter = "Status" } },
};

static const page_section_rule section_origin = {
  .id = "origin",
  .title = "Where it comes from",
  .intro = "What was read, how it was understood, and who says that two demands are related.",
  .parts = origin,
  .part_count = COUNT(origin),
};

/* clang-format off */
const page_section_rule *const page_sections[] = {
  &section_summary,
  &section_gap,
  &section_coverage,
  &section_duties,
  &section_soa,
  &section_shared,
  &section_findings,
  &section_correlation,
  &section_overlap,
  &section_pictures,
  &section_glossary,
  &section_origin,
};
/* clang-format on */
const size_t page_section_count = COUNT(page_sections);
