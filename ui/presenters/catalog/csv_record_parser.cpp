// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/presenters/catalog/csv_record_parser.h"

#include <QCoreApplication>
#include <QStringDecoder>

namespace crema::presenters {
namespace {

using namespace Qt::StringLiterals;

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(crema::presenters::CsvReader)
};

class RecordParser
{
public:
    RecordParser(QByteArrayView bytes, bool atEnd, char separator, const CsvLimits &limits)
        : m_bytes(bytes), m_atEnd(atEnd), m_separator(separator), m_limits(limits)
    {}

    CsvParse parse()
    {
        while (true) {
            const Step step = m_at < m_bytes.size() && m_bytes[m_at] == '"' ? quotedField() : bareField();
            if (step == Step::NeedsMore)
                return {CsvParse::State::NeedsMore, 0, {}, {}};
            if (step == Step::Broken)
                return broken();
            if (step == Step::RecordEnd)
                return complete();
        }
    }

private:
    enum class Step { FieldEnd, RecordEnd, NeedsMore, Broken };

    /// A field without quotes ends at the separator or the line end.
    Step bareField()
    {
        QByteArray field;
        for (; m_at < m_bytes.size(); ++m_at) {
            const char byte = m_bytes[m_at];
            if (byte == m_separator || byte == '\n' || byte == '\r')
                return fieldEnd(field);
            if (byte == '"')
                note(u"csv.quote"_s,
                     Texts::tr("Field %1 has a quote inside, and is not in quotes as a whole.").arg(place()),
                     Texts::tr("Put the field in quotes and double the quotes inside it."));
            add(field, byte);
        }
        return m_atEnd ? fieldEnd(field) : tooLongOr(Step::NeedsMore);
    }

    Step quotedField()
    {
        QByteArray field;
        for (++m_at; m_at < m_bytes.size(); ++m_at) {
            const char byte = m_bytes[m_at];
            if (byte != '"') {
                add(field, byte);
                continue;
            }
            if (m_at + 1 >= m_bytes.size() && !m_atEnd)
                return tooLongOr(Step::NeedsMore);
            if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] == '"') {
                add(field, byte);
                ++m_at;
                continue;
            }
            ++m_at;
            return afterQuote(field);
        }
        return m_atEnd ? unclosed() : tooLongOr(Step::NeedsMore);
    }

    Step afterQuote(const QByteArray &field)
    {
        if (m_at >= m_bytes.size() || m_bytes[m_at] == m_separator || m_bytes[m_at] == '\n' || m_bytes[m_at] == '\r')
            return fieldEnd(field);
        m_problem = Problem{ProblemKind::Invalid,
                            u"csv.text_after_quote"_s,
                            Texts::tr("Field %1 goes on behind its closing quote.").arg(place()),
                            Texts::tr("Double the quotes that belong to the text."),
                            {}};
        return Step::Broken;
    }

    Step fieldEnd(const QByteArray &field)
    {
        append(field);
        if (m_at >= m_bytes.size())
            return m_atEnd ? Step::RecordEnd : Step::NeedsMore;
        const char byte = m_bytes[m_at];
        if (byte == m_separator) {
            ++m_at;
            // A separator as the file's last byte opens one more, empty field.
            return m_at >= m_bytes.size() && !m_atEnd ? tooLongOr(Step::NeedsMore) : Step::FieldEnd;
        }
        if (byte == '\n') {
            ++m_at;
            return Step::RecordEnd;
        }
        return carriageReturn();
    }

    Step carriageReturn()
    {
        if (m_at + 1 >= m_bytes.size() && !m_atEnd)
            return Step::NeedsMore;
        if (m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] != '\n') {
            note(u"csv.control_character"_s,
                 Texts::tr("Field %1 has a carriage return that ends no line.").arg(place()),
                 Texts::tr("Save the file with line ends as Windows or Linux write them."));
            return Step::Broken;
        }
        m_at = std::min(m_at + 2, m_bytes.size());
        return Step::RecordEnd;
    }

    Step unclosed()
    {
        m_problem = Problem{ProblemKind::Invalid,
                            u"csv.unclosed_quote"_s,
                            Texts::tr("The quote that opens field %1 is never closed.").arg(place()),
                            Texts::tr("Close it, or take it out."),
                            {}};
        return Step::Broken;
    }

    /// A record that outgrows the limit has no end worth looking for: reading goes on at its next line.
    Step tooLongOr(Step step)
    {
        if (m_bytes.size() < m_limits.recordBytes)
            return step;
        m_problem = Problem{ProblemKind::Invalid,
                            u"csv.record_too_long"_s,
                            Texts::tr("This record is longer than %1 bytes.").arg(m_limits.recordBytes),
                            Texts::tr("Look for a quote that is opened and never closed."),
                            {}};
        return Step::Broken;
    }

    void add(QByteArray &field, char byte)
    {
        if (byte == '\0')
            note(u"csv.control_character"_s, Texts::tr("Field %1 holds a zero byte.").arg(place()),
                 Texts::tr("Save the file as UTF-8 text."));
        if (field.size() < m_limits.fieldBytes)
            field.append(byte);
        else
            note(u"csv.field_too_long"_s,
                 Texts::tr("Field %1 is longer than %2 bytes.").arg(place()).arg(m_limits.fieldBytes),
                 Texts::tr("Shorten it."));
    }

    void append(const QByteArray &field)
    {
        if (m_fields.size() >= m_limits.fields) {
            note(u"csv.too_many_fields"_s, Texts::tr("The record has more than %1 fields.").arg(m_limits.fields),
                 Texts::tr("Check what separates the fields."));
            return;
        }
        QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
        const QString text = decoder.decode(field);
        if (decoder.hasError())
            note(u"csv.encoding"_s, Texts::tr("Field %1 is not UTF-8 text.").arg(place()),
                 Texts::tr("Save the file as UTF-8."));
        m_fields.append(text);
    }

    /// Remembers the first problem of a record whose end can still be found.
    void note(const QString &code, const QString &message, const QString &hint)
    {
        if (!m_problem)
            m_problem = Problem{ProblemKind::Invalid, code, message, hint, {}};
    }

    CsvParse complete() { return {CsvParse::State::Complete, m_at, m_problem ? QStringList() : m_fields, m_problem}; }

    CsvParse broken()
    {
        const qsizetype lineEnd = m_bytes.indexOf('\n');
        if (lineEnd < 0 && !m_atEnd && m_bytes.size() < m_limits.recordBytes)
            return {CsvParse::State::NeedsMore, 0, {}, {}};
        return {CsvParse::State::Complete, lineEnd < 0 ? m_bytes.size() : lineEnd + 1, {}, m_problem};
    }

    [[nodiscard]] QString place() const { return QString::number(m_fields.size() + 1); }

    QByteArrayView m_bytes;
    bool m_atEnd;
    char m_separator;
    const CsvLimits &m_limits;
    qsizetype m_at = 0;
    QStringList m_fields;
    std::optional<Problem> m_problem;
};

} // namespace

CsvParse parseCsvRecord(QByteArrayView bytes, bool atEnd, char separator, const CsvLimits &limits)
{
    return RecordParser(bytes, atEnd, separator, limits).parse();
}

} // namespace crema::presenters
