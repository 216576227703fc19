// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/sync/attention_card_view.h"

#include "ui/desktop/sync/card_field_row.h"
#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/message_strip.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/syncing/attention_presenter.h"
#include "ui/presenters/till/till_view.h"

#include <QApplication>
#include <QGridLayout>
#include <QKeyEvent>
#include <QScrollArea>

namespace crema::desktop {

AttentionCardView::AttentionCardView(const Theme &theme, AttentionPresenter &presenter, Action &exportQueue,
                                     QWidget *parent)
    : QWidget(parent), m_theme(theme), m_presenter(presenter),
      m_title(makeText(theme, QStringLiteral("cardTitle"), 20, QFont::DemiBold)),
      m_place(makeText(theme, QStringLiteral("cardPlace"), 14, QFont::Normal, "muted")),
      m_sentence(makeText(theme, QStringLiteral("cardSentence"), 14, QFont::Normal)),
      m_hint(makeText(theme, QStringLiteral("cardHint"), 14, QFont::Normal, "muted")),
      m_by(makeText(theme, QStringLiteral("cardBy"), 14, QFont::Normal, "muted")),
      m_before(headButton(QStringLiteral("cardBefore"), QStringLiteral("up"), tr("The one before"))),
      m_after(headButton(QStringLiteral("cardAfter"), QStringLiteral("down"), tr("The next one"))),
      m_subject(new TouchButton(theme, QStringLiteral("cardSubject"))),
      m_export(new TouchButton(theme, QStringLiteral("cardExport"))), m_message(new MessageStrip(theme)),
      m_fieldColumn(new QVBoxLayout)
{
    setObjectName(QStringLiteral("attentionCard"));
    m_export->setAction(exportQueue);
    build();
    connect(&presenter, &AttentionPresenter::changed, this, &AttentionCardView::showCard);
    connect(m_before, &QPushButton::clicked, this, [this] { m_presenter.step(-1); });
    connect(m_after, &QPushButton::clicked, this, [this] { m_presenter.step(1); });
    connect(m_subject, &QPushButton::clicked, this, [this] {
        if (m_presenter.card())
            Q_EMIT openWanted(m_presenter.card()->address);
    });
    connect(m_message, &MessageStrip::dismissed, m_message, &QWidget::hide);
    showCard();
}

TouchButton *AttentionCardView::headButton(const QString &name, const QString &icon, const QString &text)
{
    auto *button = new TouchButton(m_theme, name);
    button->setKind("quiet");
    button->setIconName(icon);
    button->setAccessibleName(text);
    button->setToolTip(text);
    button->setFixedSize(m_theme.scaled(40), m_theme.scaled(40));
    return button;
}

void AttentionCardView::build()
{
    auto *back = headButton(QStringLiteral("cardBack"), QStringLiteral("left"), tr("Back to the list"));
    connect(back, &QPushButton::clicked, this, [this] { m_presenter.close(); });
    m_export->setTextSize(14, QFont::Medium);
    m_export->setMinimumHeight(m_theme.scaled(48));
    m_subject->setTextSize(14, QFont::Medium);
    m_subject->setMinimumHeight(m_theme.scaled(40));
    m_subject->setText(tr("Open"));
    m_subject->setAccessibleName(tr("Open what it is about"));
    for (QLabel *label : {m_title, m_sentence, m_hint, m_by})
        label->setWordWrap(true);
    auto *titleRow = new QHBoxLayout;
    titleRow->setSpacing(8);
    titleRow->addWidget(back, 0, Qt::AlignTop);
    titleRow->addWidget(m_title, 1);
    m_place->setMinimumHeight(m_theme.scaled(40)); // on one line with the buttons, above a title of two lines too
    for (QWidget *widget : QList<QWidget *>{m_place, m_before, m_after, m_subject})
        titleRow->addWidget(widget, 0, Qt::AlignTop);
    auto *inside = new QWidget;
    auto *column = new QVBoxLayout(inside);
    column->setContentsMargins(16, 12, 16, 16);
    column->setSpacing(8);
    for (QWidget *widget : QList<QWidget *>{m_sentence, m_hint, m_by, m_message})
        column->addWidget(widget);
    column->addLayout(m_fieldColumn);
    column->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(QStringLiteral("cardScroll"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(inside);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(16, 12, 16, 12);
    buttons->setSpacing(8);
    for (const char *id :
         {"attention.mine", "attention.theirs", "attention.aside", "attention.save", "attention.retry"}) {
        const QString name = QString::fromLatin1(id);
        auto *button = new TouchButton(m_theme, name);
        button->setAction(*m_presenter.actions().find(name));
        button->setTextSize(14, QFont::Medium);
        button->setMinimumHeight(m_theme.scaled(48));
        if (name.endsWith(QLatin1String("save")) || name.endsWith(QLatin1String("retry")))
            button->setKind("primary");
        if (name.endsWith(QLatin1String("save")))
            buttons->addStretch(1);
        buttons->addWidget(button);
        if (name.endsWith(QLatin1String("aside")))
            buttons->addWidget(m_export);
        m_buttons.append(button);
    }
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(8);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(12, 12, 12, 0);
    head->addLayout(titleRow);
    whole->addLayout(head);
    whole->addWidget(scroll, 1);
    whole->addLayout(buttons);
}

void AttentionCardView::showCard()
{
    const std::optional<CardView> &card = m_presenter.card();
    if (!card) {
        m_shown.clear();
        return;
    }
    const bool hadFocus = isAncestorOf(QApplication::focusWidget());
    const bool isOther = m_shown != card->id;
    m_title->setText(card->title);
    m_place->setText(card->placeText);
    m_sentence->setText(card->sentence);
    m_hint->setText(card->disabledReason.isEmpty() ? card->hintText : card->disabledReason);
    m_hint->setVisible(!m_hint->text().isEmpty());
    m_by->setText(card->isConflict ? QString() : card->mineBy);
    m_by->setVisible(!m_by->text().isEmpty());
    m_subject->setVisible(!card->address.isEmpty());
    m_export->setVisible(card->isLetter);
    const std::optional<Problem> &problem = m_presenter.problem();
    m_message->setVisible(problem.has_value());
    if (problem)
        m_message->showMessage(Tone::Error, problem->message, problem->hint);
    if (m_shown != card->id || m_rows.size() != card->fields.size())
        makeFields(*card);
    for (qsizetype i = 0; i < m_rows.size(); ++i)
        m_rows.at(i)->show(card->fields.at(i));
    showActions(*card);
    if (hadFocus && isOther)
        arrive();
}

void AttentionCardView::makeFields(const CardView &card)
{
    m_shown = card.id;
    qDeleteAll(m_rows);
    m_rows.clear();
    // Not at once: a button in it may be what was just pressed.
    if (m_fields) {
        m_fields->hide();
        m_fields->deleteLater();
    }
    m_fields = new QFrame;
    m_fields->setProperty("role", QStringLiteral("card"));
    if (card.fields.isEmpty())
        m_fields->hide();
    auto *grid = new QGridLayout(m_fields);
    grid->setContentsMargins(16, 12, 16, 16);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(4);
    if (card.isConflict) {
        const QString theirsBy = card.fields.isEmpty() ? QString() : card.fields.first().theirsBy;
        const QList<QPair<QString, QString>> heads{
            {tr("Yours"), card.mineBy}, {tr("Server"), theirsBy}, {tr("Result"), tr("What will be saved")}};
        for (int column = 0; column < heads.size(); ++column) {
            auto *head = makeText(m_theme, QStringLiteral("cardHead%1").arg(column), 14, QFont::DemiBold);
            head->setText(heads.at(column).first);
            auto *by = makeText(m_theme, QStringLiteral("cardHeadBy%1").arg(column), 12, QFont::Normal, "muted");
            by->setText(heads.at(column).second);
            by->setWordWrap(true);
            by->setAlignment(Qt::AlignTop);
            grid->addWidget(head, 0, column);
            grid->addWidget(by, 1, column);
            grid->setColumnStretch(column, 1);
        }
    }
    constexpr int rowsOfAField = 4;
    for (int i = 0; i < card.fields.size(); ++i) {
        const int row = 2 + i * rowsOfAField;
        auto *field = new CardFieldRow(m_theme, card.fields.at(i), card.isConflict, *grid, row, this);
        connect(field, &CardFieldRow::chosen, this, [this, i](Keep keep) { m_presenter.choose(i, keep); });
        connect(field, &CardFieldRow::typed, this, [this, i](const QString &text) { m_presenter.type(i, text); });
        grid->setRowMinimumHeight(row + rowsOfAField - 1, 8);
        m_rows.append(field);
    }
    m_fieldColumn->addWidget(m_fields);
}

void AttentionCardView::showActions(const CardView &card)
{
    for (TouchButton *button : std::as_const(m_buttons)) {
        const QString name = button->objectName();
        const bool isOfConflict = !name.endsWith(QLatin1String("aside")) && !name.endsWith(QLatin1String("retry"));
        const bool isRetry = name.endsWith(QLatin1String("retry"));
        button->setVisible(isOfConflict == card.isConflict && (!isRetry || card.canRetry));
    }
}

void AttentionCardView::arrive()
{
    TouchButton *first = nullptr;
    for (TouchButton *button : std::as_const(m_buttons)) {
        if (!button->isHidden())
            first = button;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
}

void AttentionCardView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape) {
        m_presenter.close();
    } else if (isEnter && event->modifiers() == Qt::ControlModifier) {
        const bool isConflict = m_presenter.card() && m_presenter.card()->isConflict;
        m_presenter.actions().find(isConflict ? u"attention.save" : u"attention.retry")->trigger();
    } else {
        QWidget::keyPressEvent(event);
    }
}

} // namespace crema::desktop
