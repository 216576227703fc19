// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/keys/key_book.h"

namespace crema {

/// Gives an action another key while a person presses it, for either face: which one is asked for, and why a key was
/// not taken. The book outlives it.
class KeyEditor final : public QObject
{
    Q_OBJECT

public:
    explicit KeyEditor(KeyBook &book, QObject *parent = nullptr);

    [[nodiscard]] KeyBook &book() const { return m_book; }

    /// From now on the next key is for this action: 0 its key, 1 its twin.
    void ask(const QString &id, qsizetype place);
    void cancel();
    [[nodiscard]] bool isAsking() const { return !m_id.isEmpty(); }
    [[nodiscard]] bool isAsking(const QString &id, qsizetype place) const { return m_id == id && m_place == place; }
    /// What is asked for, as a sentence; empty while nothing is.
    [[nodiscard]] QString question() const;

    /// The key that was pressed; an empty text takes the present one away. Asks on when it cannot be.
    void take(const QString &typed);
    /// What is taken is taken away from the action that has it. Only after a problem that mayTake().
    void takeFromOther();
    void reset(const QString &id);
    void resetAll(KeyFace face);

    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }
    /// Whether the problem is only that another action has the key.
    [[nodiscard]] bool mayTake() const { return m_problem && m_problem->code == QLatin1String("keys.taken"); }

Q_SIGNALS:
    void changed();

private:
    void finish(const Result<void> &answer);

    KeyBook &m_book;
    QString m_id;
    qsizetype m_place = 0;
    QString m_typed;     ///< the key that another action has
    QString m_resetting; ///< the action whose usual key another one has
    std::optional<Problem> m_problem;
};

} // namespace crema
