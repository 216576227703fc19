// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QUuid>

#include <cstdint>

namespace crema::simulation {

/// What was ever said of customers and people who can be erased, and of whom somebody was told that they are. Knows ids
/// and words and nothing of the product. Each word is planted once in a world, so that it names whom it was said of
/// wherever it turns up, also in folded text.
class ErasureOracle
{
public:
    /// The next words of a till; they are said of `subject` from now on.
    struct Words {
        QString name;
        QString email;
        QString phone;
        QString notes;
    };
    [[nodiscard]] Words wordsFor(const QUuid &subject, int till, int number);
    /// A person saw 'erased'.
    void wasErased(const QUuid &subject) { m_erased.insert(subject); }

    [[nodiscard]] const QSet<QUuid> &erased() const { return m_erased; }
    /// Some planted word is in these bytes, whosever it is.
    [[nodiscard]] static bool namesSomebody(QByteArrayView bytes);
    /// A word that is in these bytes although it was said of one of those who are gone; empty when there is none.
    [[nodiscard]] QByteArray wordOf(const QSet<QUuid> &gone, QByteArrayView bytes) const;

private:
    QHash<QByteArray, QUuid> m_words;
    QSet<QUuid> m_erased;
};

} // namespace crema::simulation
