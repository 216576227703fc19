// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/terminal/syncing/choice_screen.h"

namespace crema::terminal {

/// One thing that a person has to decide about: what happened, and the decisions by number. After one the next comes.
class CardScreen final : public ChoiceScreen
{
    Q_OBJECT

public:
    CardScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AttentionPresenter &attention, const QString &card);
    ~CardScreen() override;

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QList<TerminalAction> actions() override;
    [[nodiscard]] QString helpText() const override;

protected:
    [[nodiscard]] QList<TextLine> lines() const override;
    [[nodiscard]] QList<MenuChoice> choices() const override;

private:
    void follow();
    void openField(int field) const;

    AttentionPresenter &m_attention;
    bool m_wasOpen = false;
};

/// One field of it: theirs, mine or another value.
class CardFieldScreen final : public ChoiceScreen
{
    Q_OBJECT

public:
    CardFieldScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AttentionPresenter &attention, int field);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;

protected:
    [[nodiscard]] QList<TextLine> lines() const override;
    [[nodiscard]] QList<MenuChoice> choices() const override;

private:
    [[nodiscard]] CardFieldView view() const;
    void take(Keep keep) const;

    AttentionPresenter &m_attention;
    int m_field;
};

/// Where another value is typed; one that cannot stand is said and kept.
class CardValueScreen final : public TerminalScreen
{
    Q_OBJECT

public:
    CardValueScreen(Navigator &navigator, AttentionPresenter &attention, int field);

    [[nodiscard]] Page page() const override;
    [[nodiscard]] QString helpText() const override;
    [[nodiscard]] LineEdit *field() override { return &m_edit; }
    void submit(const QString &text) override;

private:
    AttentionPresenter &m_attention;
    int m_field;
    LineEdit m_edit;
};

} // namespace crema::terminal
