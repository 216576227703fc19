// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/id.h"
#include "models/base/result.h"
#include "models/base/utc_time.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>

namespace crema {

/// Reads the members of one JSON object and collects everything that is wrong with them, so that a person
/// sees all problems of a record at once. Readers return a neutral value after a problem; ask result() at the end.
/// A member that is null counts as absent. Members nobody asks for are left alone (sync.md rule 24).
class JsonFields
{
public:
    /// `path` is put before the member names in problems, as in "lines[2].".
    explicit JsonFields(const QJsonObject &object, const QString &path = {});

    [[nodiscard]] bool has(const QString &name) const;

    /// Text of at least `minLength` and at most `maxLength` UTF-16 units, without NUL.
    QString text(const QString &name, qsizetype minLength = 1, qsizetype maxLength = 1000);
    std::optional<QString> optionalText(const QString &name, qsizetype maxLength = 1000);
    std::int64_t integer(const QString &name, std::int64_t minimum, std::int64_t maximum);
    std::optional<std::int64_t> optionalInteger(const QString &name, std::int64_t minimum, std::int64_t maximum);
    bool boolean(const QString &name);
    bool booleanOr(const QString &name, bool whenAbsent);
    UtcTime time(const QString &name);
    std::optional<UtcTime> optionalTime(const QString &name);
    QDate date(const QString &name);
    QUuid uuid(const QString &name);
    QJsonObject object(const QString &name);
    std::optional<QJsonObject> optionalObject(const QString &name);
    /// At most `maxCount` elements; an absent array is empty.
    QJsonArray array(const QString &name, qsizetype maxCount = 10'000);
    QStringList texts(const QString &name, qsizetype maxCount = 1'000, qsizetype maxLength = 1000);

    template<class AnyId>
    AnyId id(const QString &name)
    {
        return AnyId(uuid(name));
    }

    template<class AnyId>
    std::optional<AnyId> optionalId(const QString &name)
    {
        if (!has(name))
            return std::nullopt;
        return AnyId(uuid(name));
    }

    template<class AnyId>
    QList<AnyId> ids(const QString &name, qsizetype maxCount = 1'000)
    {
        QList<AnyId> result;
        const QStringList all = texts(name, maxCount, 36);
        for (const QString &text : all) {
            if (const auto id = AnyId::fromString(text))
                result.append(*id);
            else
                add(name, notAnId());
        }
        return result;
    }

    void add(const QString &name, const QString &message);
    void add(const QList<FieldProblem> &problems);
    /// Takes over the problems of a value that was read from the member `name` by other means.
    void add(const QString &name, const Problem &problem);

    [[nodiscard]] const QJsonObject &json() const { return m_object; }
    [[nodiscard]] const QString &path() const { return m_path; }
    [[nodiscard]] const QList<FieldProblem> &problems() const { return m_problems; }

    /// The value, or a Problem of kind Invalid with `code` that names every field.
    template<class T>
    [[nodiscard]] Result<T> result(T value, const QString &code) const
    {
        if (m_problems.isEmpty())
            return value;
        return failure(problem(code));
    }
    [[nodiscard]] Problem problem(const QString &code) const;

private:
    [[nodiscard]] static QString notAnId();

    QJsonObject m_object;
    QString m_path;
    QList<FieldProblem> m_problems;
};

} // namespace crema
