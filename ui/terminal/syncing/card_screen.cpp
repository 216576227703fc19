// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/terminal/syncing/card_screen.h"

#include "ui/terminal/widgets/text_block.h"

namespace crema::terminal {

namespace {

/// The first digit of a field: 1 and 2 decide about the whole card.
constexpr int firstField = 3;
constexpr int lastDigit = 9;

QChar digitOf(int number)
{
    return QChar(u'0' + number);
}

QList<CardFieldView> fieldsOf(const AttentionPresenter &attention)
{
    return attention.card() ? attention.card()->fields : QList<CardFieldView>();
}

} // namespace

CardScreen::CardScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AttentionPresenter &attention,
                       const QString &card)
    : ChoiceScreen(navigator, clock, enter), m_attention(attention)
{
    connect(&m_attention, &AttentionPresenter::changed, this, &CardScreen::follow);
    m_attention.open(card);
}

CardScreen::~CardScreen()
{
    disconnect(&m_attention, nullptr, this, nullptr);
    m_attention.close();
}

void CardScreen::follow()
{
    navigator().redraw();
    if (m_attention.problem())
        navigator().say(MessageKind::Error, m_attention.problem()->message);
    if (m_attention.card())
        m_wasOpen = true;
    else if (std::exchange(m_wasOpen, false))
        navigator().say(MessageKind::Ok, tr("Nothing needs attention any more."));
}

Page CardScreen::page() const
{
    return pageOf(tr("DECIDE"), m_attention.card() ? m_attention.card()->placeText : QString());
}

QList<TextLine> CardScreen::lines() const
{
    const std::optional<CardView> &card = m_attention.card();
    if (!card)
        return {{.left = navigator().keys().inWords(tr("Nothing is left to decide. F3 goes back."))}};
    constexpr int most = 4;
    QList<TextLine> lines{{.left = card->title, .style = Style::strong(), .maximumRows = 3},
                          {.left = card->sentence, .maximumRows = most}};
    if (!card->disabledReason.isEmpty())
        lines.append({.left = card->disabledReason, .style = Style::strong(), .maximumRows = most});
    lines.append({.left = card->mineBy});
    if (card->isConflict && !card->fields.isEmpty() && !card->fields.first().theirsBy.isEmpty())
        lines.append({.left = tr("Theirs: %1").arg(card->fields.first().theirsBy)});
    if (card->disabledReason.isEmpty() && !card->hintText.isEmpty())
        lines.append({.left = card->hintText, .maximumRows = most});
    return lines;
}

QList<MenuChoice> CardScreen::choices() const
{
    const std::optional<CardView> &card = m_attention.card();
    if (!card)
        return {};
    const auto choice = [this](int number, const QString &id) {
        Action *action = m_attention.actions().find(id);
        return MenuChoice{{digitOf(number), action->text()}, [action] { action->trigger(); }, action->disabledReason()};
    };
    QList<MenuChoice> choices;
    if (card->isConflict) {
        choices.append(choice(1, QStringLiteral("attention.theirs")));
        choices.append(choice(2, QStringLiteral("attention.mine")));
    } else {
        choices.append(choice(1, QStringLiteral("attention.aside")));
        if (card->canRetry)
            choices.append(choice(2, QStringLiteral("attention.retry")));
    }
    for (int i = 0; i < card->fields.size() && firstField + i <= lastDigit; ++i) {
        const CardFieldView &field = card->fields.at(i);
        const QString value = card->isConflict ? field.resultText : field.typedText;
        choices.append({{digitOf(firstField + i), tr("%1: %2", "a field, its value").arg(field.label, value)},
                        [this, i] { openField(i); },
                        card->disabledReason});
    }
    return choices;
}

void CardScreen::openField(int field) const
{
    if (m_attention.card() && m_attention.card()->isConflict)
        navigator().open(std::make_unique<CardFieldScreen>(navigator(), clock(), enter(), m_attention, field));
    else
        navigator().open(std::make_unique<CardValueScreen>(navigator(), m_attention, field));
}

QList<TerminalAction> CardScreen::actions()
{
    QList<TerminalAction> actions;
    if (m_attention.card() && m_attention.card()->isConflict) {
        Action *save = m_attention.actions().find(u"attention.save");
        actions.append({Verb::Done, tr("ok"), save->text(), [save] { save->trigger(); }, save->disabledReason()});
    }
    if (!m_attention.undoText().isEmpty())
        actions.append({Verb::Undo, tr("un"), tr("Undo"), [this] { m_attention.undo(); }});
    return actions;
}

QString CardScreen::helpText() const
{
    return tr("Choose by number. The number of a field decides about it alone; F4 saves what is chosen then. Keeping "
              "theirs changes nothing.");
}

CardFieldScreen::CardFieldScreen(Navigator &navigator, Clock &clock, MenuEnter enter, AttentionPresenter &attention,
                                 int field)
    : ChoiceScreen(navigator, clock, enter), m_attention(attention), m_field(field)
{
    connect(&m_attention, &AttentionPresenter::changed, this, [this] { this->navigator().redraw(); });
}

CardFieldView CardFieldScreen::view() const
{
    return fieldsOf(m_attention).value(m_field);
}

Page CardFieldScreen::page() const
{
    return pageOf(tr("DECIDE"), {});
}

QList<TextLine> CardFieldScreen::lines() const
{
    const CardFieldView field = view();
    QList<TextLine> lines{{.left = field.label, .style = Style::strong()},
                          {.left = tr("It was %1.").arg(field.baseText), .maximumRows = 3}};
    if (!field.theirsBy.isEmpty())
        lines.append({.left = tr("Theirs: %1").arg(field.theirsBy), .maximumRows = 3});
    lines.append({.left = tr("Result: %1").arg(field.resultText), .style = Style::strong(), .maximumRows = 3});
    return lines;
}

QList<MenuChoice> CardFieldScreen::choices() const
{
    const CardFieldView field = view();
    QList<MenuChoice> choices{{{u'1', tr("Theirs: %1").arg(field.theirsText)}, [this] { take(Keep::Theirs); }},
                              {{u'2', tr("Mine: %1").arg(field.mineText)}, [this] { take(Keep::Mine); }}};
    if (field.mayType) {
        choices.append({{u'3', tr("Another value")}, [this] {
                            navigator().closeTop();
                            navigator().open(std::make_unique<CardValueScreen>(navigator(), m_attention, m_field));
                        }});
    }
    return choices;
}

void CardFieldScreen::take(Keep keep) const
{
    m_attention.choose(m_field, keep);
    navigator().closeTop();
}

QString CardFieldScreen::helpText() const
{
    return tr("Choose by number which value shall stand. Nothing is saved before F4 on the screen before.");
}

CardValueScreen::CardValueScreen(Navigator &navigator, AttentionPresenter &attention, int field)
    : TerminalScreen(navigator), m_attention(attention), m_field(field)
{}

Page CardValueScreen::page() const
{
    const CardFieldView field = fieldsOf(m_attention).value(m_field);
    Page page{.title = tr("DECIDE"), .progress = {}};
    page.body = [field](const Layout &layout) {
        constexpr int most = 4;
        return textBlock({{.left = field.label, .style = Style::strong()},
                          {.left = tr("Theirs: %1").arg(field.theirsText), .maximumRows = 3},
                          {.left = tr("Mine: %1").arg(field.mineText), .maximumRows = 3},
                          {.left = field.errorText, .style = Style::strong(), .maximumRows = most}},
                         layout);
    };
    page.prompt = Prompt{tr("Value"), m_edit};
    return page;
}

QString CardValueScreen::helpText() const
{
    return tr("Type the value that shall stand, and Enter. F3 goes back without it.");
}

void CardValueScreen::submit(const QString &text)
{
    m_attention.type(m_field, text);
    const QString error = fieldsOf(m_attention).value(m_field).errorText;
    if (error.isEmpty()) {
        navigator().closeTop();
        return;
    }
    navigator().bell();
    navigator().say(MessageKind::Error, error);
    m_edit.setText(text);
}

} // namespace crema::terminal
