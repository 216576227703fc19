// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/desktop/window/training_banner.h"

#include "ui/desktop/theme/theme.h"
#include "ui/desktop/widgets/text.h"
#include "ui/desktop/widgets/touch_button.h"
#include "ui/presenters/till/training_presenter.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>

namespace crema::desktop {

TrainingBanner::TrainingBanner(const Theme &theme, TrainingPresenter &presenter, QWidget *parent)
    : QFrame(parent), m_theme(theme), m_presenter(presenter), m_icon(new QLabel)
{
    setObjectName(QStringLiteral("trainingBanner"));
    auto *mark = makeText(theme, QStringLiteral("trainingMark"), 20, QFont::Bold);
    auto *text = makeText(theme, QStringLiteral("trainingText"), 14, QFont::DemiBold);
    auto *hint = makeText(theme, QStringLiteral("trainingHint"), 14, QFont::Normal);
    auto *end = new TouchButton(theme, QStringLiteral("trainingEnd"));
    mark->setText(presenter.mark());
    text->setText(presenter.bannerText());
    hint->setText(presenter.bannerHint());
    text->setWordWrap(true);
    hint->setWordWrap(true);
    m_icon->setObjectName(QStringLiteral("trainingIcon"));
    end->setAction(*presenter.actions().find(u"till.training"));
    end->setIconName({});
    end->setTextSize(14, QFont::Medium);
    end->setFixedHeight(qMax(48, theme.scaled(48)));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(text);
    words->addWidget(hint);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 4, 8, 4);
    row->setSpacing(12);
    row->addWidget(m_icon);
    row->addWidget(mark);
    row->addLayout(words, 1);
    row->addWidget(end);
    setAccessibleName(presenter.bannerText());
    setAccessibleDescription(presenter.bannerHint());
    connect(&presenter, &TrainingPresenter::changed, this, &TrainingBanner::showState);
    connect(&theme, &Theme::changed, this, &TrainingBanner::showState);
    showState();
}

void TrainingBanner::showState()
{
    m_icon->setPixmap(m_theme.icon(QStringLiteral("warn"), "warn").pixmap(28, 28));
    setVisible(m_presenter.isOn()); // also when it was never shown: it would come with the window
    if (m_presenter.isOn()) {
        QAccessibleEvent alert(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&alert);
    }
}

} // namespace crema::desktop
