// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/base/clock.h"
#include "ui/presenters/action.h"
#include "ui/presenters/shell/notices.h"
#include "ui/presenters/shop_desk.h"
#include "ui/presenters/syncing/attention_view.h"
#include "ui/presenters/syncing/attention_words.h"

#include <QCoroTask>

#include <QPointer>

#include <stop_token>

namespace crema {

/// One card of what needs attention, open for a decision (ux.md 2.9): theirs is the default, each field for itself, a
/// third value is typed and checked as in its own field. After a decision the next card comes. Every method returns at
/// once. Lives on one thread; what it is given outlives it.
class AttentionPresenter final : public QObject
{
    Q_OBJECT

public:
    AttentionPresenter(ShopDesk &desk, Clock &clock, Notices &notices, const QLocale &locale,
                       QObject *parent = nullptr);
    ~AttentionPresenter() override;

    /// Ids: attention.save, attention.mine, attention.theirs, attention.retry, attention.aside; enabled while a card is
    /// open that allows them.
    [[nodiscard]] ActionList &actions() { return m_actions; }

    /// Shows the card with this id (QueueRow::card).
    void open(const QString &card);
    void close();
    /// The one before (-1) or after (+1) in the list.
    void step(int by);
    /// Nothing while none is open.
    [[nodiscard]] const std::optional<CardView> &card() const { return m_card; }

    void choose(int field, Keep keep);
    /// Another value, as it is typed.
    void type(int field, const QString &text);
    /// Chooses the same for all fields, and saves it.
    void keepAll(Keep keep);
    /// Records what is chosen. A typed value that cannot stand keeps the card open and says why.
    void save();
    /// Does it again, with what was typed in place of the refused values.
    void retry();
    void setAside();
    /// What undo() takes back; empty when there is nothing.
    [[nodiscard]] QString undoText() const { return m_notices.undoText(); }
    void undo() { m_notices.undo(); }

    /// Why the last decision was not taken; nothing when it was.
    [[nodiscard]] const std::optional<Problem> &problem() const { return m_problem; }

Q_SIGNALS:
    void changed();

private:
    using Self = QPointer<AttentionPresenter>;

    struct Choice {
        Keep keep = Keep::Theirs;
        QString typed;
        bool wasTyped = false;
    };

    void declareActions();
    void followDesk();
    void show();
    void refreshActions();
    void answerWith(const sync::CardAnswer &answer);
    void note(const sync::AttentionItem &item, const sync::CardAnswer &answer);
    [[nodiscard]] const sync::AttentionItem *item() const;
    [[nodiscard]] const QList<sync::AttentionField> &fieldsOf(const sync::AttentionItem &item) const;
    [[nodiscard]] CardFieldView viewOf(const sync::AttentionItem &item, const sync::AttentionField &field,
                                       const Choice &choice) const;
    [[nodiscard]] FieldTexts texts() const;
    [[nodiscard]] QString place(const sync::AttentionItem &item) const;

    static QCoro::Task<> read(Self self, std::stop_token stop);
    static QCoro::Task<> decide(Self self, std::stop_token stop, CardId card, sync::CardAnswer answer);
    static QCoro::Task<> takeBack(Self self, std::stop_token stop, CardId card, sync::CardAnswer back);

    ShopDesk &m_desk;
    Clock &m_clock;
    Notices &m_notices;
    QLocale m_locale;
    ActionList m_actions;
    std::stop_source m_stop;
    CardId m_id; ///< null while none is open
    qsizetype m_index = 0;
    QList<sync::AttentionItem> m_items;
    QList<TaxClass> m_taxClasses;
    QList<OwnRole> m_roles;
    QMap<QString, Choice> m_choices;
    QMap<QString, QString> m_errors;
    std::optional<CardView> m_card;
    std::optional<Problem> m_problem;
    bool m_wasShown = false; ///< the card was there: when it goes, the next one comes
    bool m_isDeciding = false;
};

} // namespace crema
