/** Apple's categories and their subcategories, as they are since 2019. */
export const CATEGORIES = new Map<string, readonly string[]>([
  ["Arts", ["Books", "Design", "Fashion & Beauty", "Food", "Performing Arts", "Visual Arts"]],
  ["Business", ["Careers", "Entrepreneurship", "Investing", "Management", "Marketing", "Non-Profit"]],
  ["Comedy", ["Comedy Interviews", "Improv", "Stand-Up"]],
  ["Education", ["Courses", "How To", "Language Learning", "Self-Improvement"]],
  ["Fiction", ["Comedy Fiction", "Drama", "Science Fiction"]],
  ["Government", []],
  ["History", []],
  ["Health & Fitness", ["Alternative Health", "Fitness", "Medicine", "Mental Health", "Nutrition", "Sexuality"]],
  ["Kids & Family", ["Education for Kids", "Parenting", "Pets & Animals", "Stories for Kids"]],
  [
    "Leisure",
    [...["Animation & Manga", "Automotive", "Aviation", "Crafts", "Games", "Hobbies", "Home & Garden"], "Video Games"],
  ],
  ["Music", ["Music Commentary", "Music History", "Music Interviews"]],
  [
    "News",
    [
      ...["Business News", "Daily News", "Entertainment News", "News Commentary", "Politics", "Sports News"],
      "Tech News",
    ],
  ],
  ["Religion & Spirituality", ["Buddhism", "Christianity", "Hinduism", "Islam", "Judaism", "Religion", "Spirituality"]],
  [
    "Science",
    [
      ...["Astronomy", "Chemistry", "Earth Sciences", "Life Sciences", "Mathematics", "Natural Sciences"],
      ...["Nature", "Physics", "Social Sciences"],
    ],
  ],
  ["Society & Culture", ["Documentary", "Personal Journals", "Philosophy", "Places & Travel", "Relationships"]],
  [
    "Sports",
    [
      ...["Baseball", "Basketball", "Cricket", "Fantasy Sports", "Football", "Golf", "Hockey", "Rugby"],
      ...["Running", "Soccer", "Swimming", "Tennis", "Volleyball", "Wilderness", "Wrestling"],
    ],
  ],
  ["Technology", []],
  ["True Crime", []],
  ["TV & Film", ["After Shows", "Film History", "Film Interviews", "Film Reviews", "TV Reviews"]],
]);

/** Those that Apple had before, from 2005 on, and has no longer. */
export const FORMER_CATEGORIES = new Map<string, readonly string[]>([
  ["Arts", ["Fashion & Beauty", "Literature"]],
  [
    "Arts & Entertainment",
    [
      ...["Architecture", "Design", "Entertainment", "Games", "Performing Arts", "Photography", "Poetry"],
      "Science Fiction",
    ],
  ],
  ["Audio Blogs", []],
  ["Business", ["Business News", "Finance", "Management & Marketing", "News", "Shopping"]],
  [
    "Education",
    [
      "Education",
      "Education Technology",
      "Educational Technology",
      "Higher Education",
      "K-12",
      "Language Courses",
      "Training",
    ],
  ],
  ["Family", []],
  ["Food", []],
  ["Games & Hobbies", ["Automotive", "Aviation", "Hobbies", "Other Games", "Video Games"]],
  ["Government & Organizations", ["Local", "National", "Non-Profit", "Regional"]],
  [
    "Health",
    [
      ...["Alternative Health", "Diet & Nutrition", "Fitness", "Fitness & Nutrition", "Relationships", "Self-Help"],
      "Sexuality",
    ],
  ],
  [
    "International",
    [
      ...["Australian", "Belgian", "Brazilian", "Canadian", "Chinese", "Dutch", "French", "German", "Hebrew"],
      ...["Italian", "Japanese", "Norwegian", "Polish", "Portuguese", "Spanish", "Swedish"],
    ],
  ],
  ["Movies & Television", []],
  ["News & Politics", ["Conservative (Right)", "Liberal (Left)"]],
  ["Politics", []],
  ["Public Radio", []],
  ["Religion & Spirituality", ["New Age", "Other", "Philosophy"]],
  ["Science & Medicine", ["Medicine", "Natural Sciences", "Social Sciences"]],
  ["Society & Culture", ["Gay & Lesbian", "History"]],
  ["Sports & Recreation", ["Amateur", "College & High School", "Outdoor", "Professional"]],
  ["Talk Radio", []],
  [
    "Technology",
    [
      ...["Computers", "Developers", "Gadgets", "Information Technology", "News", "Operating Systems", "Podcasting"],
      ...["Smart Phones", "Software How-To", "Tech News", "Text/Speech"],
    ],
  ],
  ["Transportation", ["Automotive", "Aviation", "Bicycles", "Commuting"]],
  ["Travel", []],
]);
