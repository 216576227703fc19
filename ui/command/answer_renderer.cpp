// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/command/answer_renderer.h"

#include "models/text/plain_text.h"
#include "ui/command/cell_text.h"
#include "ui/command/display_text.h"
#include "ui/command/suggestion.h"
#include "ui/command/table_renderer.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace crema::command {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::command::AnswerRenderer)
};

QStringList fieldsOf(const Invocation &invocation)
{
    return invocation.text(u"fields").value_or(QString()).split(u',', Qt::SkipEmptyParts);
}

/// The records that --fields and --sort speak of.
QList<QJsonObject> recordsOf(const Answer &answer)
{
    if (answer.shape != Answer::Shape::List)
        return {answer.object};
    QList<QJsonObject> records;
    for (const QJsonValue &item : answer.items)
        records.append(item.toObject());
    return records;
}

Result<void> checkField(const QList<QJsonObject> &records, const QString &field)
{
    const auto has = [&](const QJsonObject &record) { return !valueAt(record, field).isUndefined(); };
    if (records.isEmpty() || std::any_of(records.begin(), records.end(), has))
        return {};
    const QStringList known = records.first().keys();
    const QString near = closestWord(field, known);
    return failure(ProblemKind::Invalid, u"usage.unknown_field"_s,
                   Texts::tr("No record has a field \"%1\".").arg(field),
                   near.isEmpty() ? Texts::tr("It has: %1.").arg(known.join(u", "_s))
                                  : Texts::tr("Did you mean \"%1\"?").arg(near));
}

/// Orders and cuts the items of a list as --sort and --limit ask.
Result<Answer> arranged(Answer answer, const Invocation &invocation)
{
    if (answer.shape != Answer::Shape::List)
        return answer;
    QList<QJsonObject> records = recordsOf(answer);
    if (const std::optional<QString> sort = invocation.text(u"sort")) {
        const bool turned = sort->startsWith(u'-');
        const QString field = turned ? sort->mid(1) : *sort;
        if (const Result<void> known = checkField(records, field); !known)
            return failure(known.error());
        std::stable_sort(records.begin(), records.end(), [&](const QJsonObject &a, const QJsonObject &b) {
            return turned ? standsBefore(valueAt(b, field), valueAt(a, field))
                          : standsBefore(valueAt(a, field), valueAt(b, field));
        });
    }
    if (const std::optional<std::int64_t> limit = invocation.number(u"limit"))
        records = records.first(std::min<qsizetype>(records.size(), *limit));
    answer.items = {};
    for (const QJsonObject &record : records)
        answer.items.append(record);
    return answer;
}

/// The record with only the fields asked for; `schema` always stays.
QJsonObject reduced(const QJsonObject &record, const QStringList &fields)
{
    if (fields.isEmpty())
        return record;
    QJsonObject kept;
    if (record.contains("schema"_L1))
        kept.insert("schema"_L1, record.value("schema"_L1));
    for (const QString &field : fields) {
        const QJsonValue value = valueAt(record, field);
        kept.insert(field, value.isUndefined() ? QJsonValue(QJsonValue::Null) : value);
    }
    return kept;
}

/// What a terminal would obey is escaped, which says the same: JSON asks for it only below U+0020.
QByteArray jsonText(const QJsonObject &object, bool forPeople)
{
    const QByteArray json =
        QJsonDocument(object).toJson(forPeople ? QJsonDocument::Indented : QJsonDocument::Compact).trimmed();
    return withEscapes(QString::fromUtf8(json), Lines::Many).toUtf8() + '\n';
}

QByteArray asJson(const Answer &answer, const QStringList &fields, bool forPeople)
{
    QJsonObject object = answer.shape == Answer::Shape::List ? answer.object : reduced(answer.object, fields);
    object.insert("schema"_L1, answer.schema);
    if (answer.shape == Answer::Shape::List) {
        QJsonArray items;
        for (const QJsonValue &item : answer.items)
            items.append(reduced(item.toObject(), fields));
        object.insert("items"_L1, items);
    }
    return jsonText(object, forPeople);
}

QByteArray asJsonLines(const Answer &answer, const QStringList &fields)
{
    if (answer.shape != Answer::Shape::List)
        return asJson(answer, fields, false);
    QByteArray lines;
    for (const QJsonValue &item : answer.items)
        lines += jsonText(reduced(item.toObject(), fields), false);
    return lines;
}

QList<Column> columnsOf(const Answer &answer, const QStringList &fields)
{
    if (fields.isEmpty())
        return answer.columns;
    QList<Column> columns;
    for (const QString &field : fields) {
        const auto known = std::find_if(answer.columns.begin(), answer.columns.end(),
                                        [&](const Column &column) { return column.path == field; });
        columns.append(known == answer.columns.end() ? Column{field, field} : *known);
    }
    return columns;
}

QByteArray asPlain(const Answer &answer, const QList<Column> &columns)
{
    QByteArray lines;
    for (const QJsonObject &record : recordsOf(answer)) {
        QStringList cells;
        for (const Column &column : columns)
            cells.append(plainText(valueAt(record, column.path)));
        lines += cells.join(u'\t').toUtf8() + '\n';
    }
    return lines;
}

QByteArray asTable(const Answer &answer, const QList<Column> &columns, const QLocale &locale, const TableStyle &style)
{
    QList<QStringList> rows;
    for (const QJsonObject &record : recordsOf(answer)) {
        QStringList cells;
        for (const Column &column : columns)
            cells.append(humanText(valueAt(record, column.path), locale));
        rows.append(cells);
    }
    if (answer.shape == Answer::Shape::List)
        return rows.isEmpty() ? QByteArray() : drawTable(columns, rows, style).toUtf8();
    return drawPairs(columns, rows.first(), style).toUtf8();
}

} // namespace

bool wantsColor(const Invocation &invocation, const CommandEnvironment &environment, bool isTerminal)
{
    const QString asked = invocation.text(u"color").value_or(u"auto"_s);
    if (asked != u"auto")
        return asked == u"always";
    return isTerminal && environment.variable(u"NO_COLOR"_s).isEmpty() && environment.variable(u"TERM"_s) != u"dumb";
}

Result<QByteArray> renderAnswer(const Answer &given, const Invocation &invocation,
                                const CommandEnvironment &environment)
{
    if (given.shape == Answer::Shape::Text)
        return given.text;
    const Result<Answer> answer = arranged(given, invocation);
    if (!answer)
        return failure(answer.error());
    const QStringList fields = fieldsOf(invocation);
    for (const QString &field : fields) {
        if (const Result<void> known = checkField(recordsOf(*answer), field); !known)
            return failure(known.error());
    }
    switch (invocation.form()) {
    case Form::Json: return asJson(*answer, fields, environment.outputIsTerminal);
    case Form::JsonLines: return asJsonLines(*answer, fields);
    case Form::Plain: return asPlain(*answer, columnsOf(*answer, fields));
    case Form::Human: break;
    }
    if (answer->isSilent && fields.isEmpty())
        return QByteArray();
    if (!answer->sentence.isEmpty() && fields.isEmpty())
        return printableLines(answer->sentence).toUtf8() + '\n';
    const TableStyle style{environment.outputIsTerminal ? environment.columns : 0,
                           wantsColor(invocation, environment, environment.outputIsTerminal)};
    return asTable(*answer, columnsOf(*answer, fields), environment.locale, style);
}

QByteArray renderProblem(const Problem &problem, Form form, bool verbose)
{
    if (form == Form::Json || form == Form::JsonLines) {
        QJsonArray details;
        for (const FieldProblem &field : problem.fields)
            details.append(QJsonObject{{u"field"_s, field.field}, {u"message"_s, field.message}});
        const QJsonValue hint = problem.hint.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(problem.hint);
        return jsonText({{u"error"_s, QJsonObject{{u"code"_s, problem.code},
                                                  {u"message"_s, problem.message},
                                                  {u"hint"_s, hint},
                                                  {u"details"_s, details}}}},
                        false);
    }
    QStringList lines{u"crema: "_s + problem.message};
    bool isHintSaid = problem.hint.isEmpty();
    for (const FieldProblem &field : problem.fields) {
        lines.append(u"  %1: %2"_s.arg(field.field, field.message));
        isHintSaid = isHintSaid || field.message == problem.hint;
    }
    if (!isHintSaid)
        lines.append(u"  "_s + problem.hint);
    if (verbose)
        lines.append(u"  "_s + Texts::tr("Code: %1").arg(problem.code));
    return (printableLines(lines.join(u'\n')) + u'\n').toUtf8();
}

} // namespace crema::command
