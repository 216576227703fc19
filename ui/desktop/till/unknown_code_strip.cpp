// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/till/unknown_code_strip.h"

#include "ui/desktop/theme/large_text.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/desktop/widgets/wrap_layout.h"
#include "ui/presenters/till/unknown_code_presenter.h"

#include <QHBoxLayout>

namespace crema::desktop {

UnknownCodeStrip::UnknownCodeStrip(const Theme &theme, UnknownCodePresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel),
      m_title(makeText(theme, QStringLiteral("unknownCodeTitle"), 16, QFont::DemiBold, "error")),
      m_text(makeText(theme, QStringLiteral("unknownCodeText"), 14, QFont::Normal)), m_layout(new QHBoxLayout),
      m_buttons(new QWidget)
{
    setObjectName(QStringLiteral("unknownCodeStrip"));
    setProperty("role", QStringLiteral("message"));
    setProperty("tone", QStringLiteral("error"));
    m_icon->setObjectName(QStringLiteral("unknownCodeIcon"));
    m_title->setWordWrap(true);
    m_text->setWordWrap(true);
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(m_title);
    texts->addWidget(m_text);
    auto *lead = new QHBoxLayout;
    lead->setSpacing(12);
    lead->addWidget(m_icon, 0, Qt::AlignVCenter);
    lead->addLayout(texts, 1);
    m_buttons->setLayout(new WrapLayout(Qt::AlignRight));
    m_create = makeButton("unknownCodeCreate", tr("Create product"));
    m_link = makeButton("unknownCodeLink", tr("Link to existing"));
    m_search = makeButton("unknownCodeSearch", tr("Search"));
    m_ignore = makeButton("unknownCodeIgnore", tr("Ignore"));
    m_ignore->setKeyHint(tr("Esc", "the key"));
    m_ignore->setMinimumWidth(m_ignore->sizeHint().width() - 8);
    m_layout->setContentsMargins(16, 11, 12, 11);
    m_layout->setSpacing(12);
    m_layout->addLayout(lead, 1);
    m_layout->addWidget(m_buttons);
    setLayout(m_layout);

    connect(m_create, &QPushButton::clicked, &presenter, &UnknownCodePresenter::create);
    connect(m_link, &QPushButton::clicked, &presenter, &UnknownCodePresenter::link);
    connect(m_search, &QPushButton::clicked, &presenter, &UnknownCodePresenter::search);
    connect(m_ignore, &QPushButton::clicked, &presenter, &UnknownCodePresenter::ignore);
    connect(&presenter, &UnknownCodePresenter::changed, this, &UnknownCodeStrip::showCode);
    connect(&theme, &Theme::changed, this, &UnknownCodeStrip::showCode);
    showCode();
}

TouchButton *UnknownCodeStrip::makeButton(const char *name, const QString &text)
{
    auto *button = new TouchButton(m_theme, QString::fromLatin1(name));
    button->setTextSize(14, QFont::Medium);
    button->setText(text);
    button->setAccessibleName(text);
    button->setMinimumWidth(button->sizeHint().width() - 8);
    m_buttons->layout()->addWidget(button);
    return button;
}

void UnknownCodeStrip::setNarrow(bool narrow)
{
    m_narrow = narrow || isLargeText(m_theme);
    m_layout->setDirection(m_narrow ? QBoxLayout::TopToBottom : QBoxLayout::LeftToRight);
    arrange();
}

void UnknownCodeStrip::arrange()
{
    // Beside the text the buttons stand in one row, below it in as many as they need.
    m_buttons->setMinimumWidth(m_narrow ? 0 : m_buttons->layout()->sizeHint().width());
}

void UnknownCodeStrip::showCode()
{
    using Step = UnknownCodePresenter::Step;
    const bool linking = m_presenter.step() == Step::Linking;
    setVisible(m_presenter.step() == Step::Asking || linking);
    restyle(*this, "tone", linking ? QString() : QStringLiteral("error"));
    restyle(*m_title, "tone", linking ? QString() : QStringLiteral("error"));
    m_icon->setPixmap(m_theme.icon(QStringLiteral("scan"), linking ? "text" : "error").pixmap(24, 24));
    m_title->setText(linking ? tr("Whose code is %1?").arg(m_presenter.code())
                             : tr("Code %1 not found").arg(m_presenter.code()));
    m_text->setText(linking ? tr("Search the product and choose it: the code is its own from then on.")
                            : tr("Nothing was added to the sale."));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
    m_create->setVisible(!linking && m_presenter.mayCreate());
    m_link->setVisible(!linking && m_presenter.mayEdit());
    m_search->setVisible(!linking);
    m_ignore->show(); // counts at once for the width of the row
    m_ignore->setEnabled(!m_presenter.isBusy());
    arrange();
}

} // namespace crema::desktop
